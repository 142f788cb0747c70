/**
 * The texts of a workbook that its cells name by number. They are kept as bytes side by side: 600,000 texts of an
 * archive are some twenty megabytes, a tenth of what as many strings take.
 */
import { SaxesParser } from 'saxes'
import { localName, type Workbook, write } from './xlsx-parts'

const PART = 'xl/sharedStrings.xml'

export class SharedTexts {
  private bytes = Buffer.alloc(1 << 16)
  private ends = new Uint32Array(1 << 12)
  private count = 0

  /** Reads them, none when the workbook has none. @param last the number of the last one that is needed */
  static async of(workbook: Workbook, last = Number.POSITIVE_INFINITY): Promise<SharedTexts> {
    const texts = new SharedTexts()
    if (!workbook.has(PART)) {
      return texts
    }
    const parser = new SaxesParser({ position: false })
    let text = ''
    let isText = false
    let isPhonetic = false
    parser.on('opentag', ({ name }) => {
      const tag = localName(name)
      text = tag === 'si' ? '' : text
      isText = tag === 't'
      isPhonetic ||= tag === 'rPh'
    })
    parser.on('text', (piece) => {
      text = isText && !isPhonetic ? text + piece : text
    })
    parser.on('closetag', ({ name }) => {
      const tag = localName(name)
      isText = false
      isPhonetic = isPhonetic && tag !== 'rPh'
      if (tag === 'si') {
        texts.add(text)
      }
    })
    for await (const piece of workbook.text(PART)) {
      write(parser, piece)
      if (texts.count > last) {
        break
      }
    }
    return texts
  }

  /** The text with this number; '' when there is none. */
  at(index: number): string {
    if (!(index >= 0 && index < this.count)) {
      return ''
    }
    const start = index === 0 ? 0 : (this.ends[index - 1] ?? 0)
    return this.bytes.toString('utf8', start, this.ends[index])
  }

  private add(text: string): void {
    const start = this.count === 0 ? 0 : (this.ends[this.count - 1] ?? 0)
    const end = start + Buffer.byteLength(text)
    while (end > this.bytes.length) {
      this.bytes = Buffer.concat([this.bytes], this.bytes.length * 2)
    }
    if (this.count === this.ends.length) {
      const ends = new Uint32Array(this.ends.length * 2)
      ends.set(this.ends)
      this.ends = ends
    }
    this.bytes.write(text, start)
    this.ends[this.count] = end
    this.count += 1
  }
}

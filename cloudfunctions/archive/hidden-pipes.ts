/**
 * In GB 18030 the second byte of a character may be that of "|": 東 is 96 7C. Where "|" separates the cells, such a byte
 * is hidden from the parser, which reads single bytes, behind one that no text file holds (csv-format.ts), and shown
 * again before the cell is decoded.
 */
import type { CsvFormat } from './csv-format'

const PIPE = 0x7c
const STAND_IN = 0x01
const FIRST_LEAD = 0x81
const LAST_LEAD = 0xfe

/** Hides in a file that is read from the beginning of a row on; characters may be cut in two by the end of a piece. */
export class PipeHider {
  private isWithin = false

  hide(chunk: Buffer): Buffer {
    const hidden = Buffer.from(chunk)
    for (const [index, byte] of chunk.entries()) {
      if (this.isWithin) {
        hidden[index] = byte === PIPE ? STAND_IN : byte
        this.isWithin = false
      } else {
        this.isWithin = byte >= FIRST_LEAD && byte <= LAST_LEAD
      }
    }
    return hidden
  }
}

/** True when a character of the file may hold the byte that separates its cells. */
export function mayHidePipes({ encoding, delimiter }: CsvFormat): boolean {
  return encoding === 'gb18030' && delimiter === '|'
}

/** A cell as it stands in the file, one byte one character. */
export function shown(cell: string): string {
  return cell.replaceAll(String.fromCharCode(STAND_IN), '|')
}

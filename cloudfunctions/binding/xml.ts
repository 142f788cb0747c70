/**
 * XML as WeChat's server writes it: one element with flat children, texts in CDATA. Anything else is refused, above all a
 * document type, which is where entities are declared that grow without end or read files. The parser knows the five entities of
 * XML itself and no others.
 */
import { SaxesParser } from 'saxes'

/** More than any event has. */
const MOST_FIELDS = 64

/** The children of the root by name; null unless the text is whole, well-formed and flat. */
export function readXml(text: string): Record<string, string> | null {
  const fields = new Map<string, string>()
  const open: string[] = []
  const parser = new SaxesParser()
  const refuse = () => {
    throw new Unreadable()
  }
  parser.on('error', refuse)
  parser.on('doctype', refuse)
  parser.on('processinginstruction', refuse)
  parser.on('opentag', ({ name }) => {
    open.push(name)
    if (open.length > 2) {
      // ScanCodeInfo and the like belong to events that are none of ours.
      return
    }
    if (fields.size > MOST_FIELDS || (open.length === 2 && fields.has(name))) {
      refuse()
    }
    if (open.length === 2) {
      fields.set(name, '')
    }
  })
  parser.on('closetag', () => open.pop())
  const take = (part: string) => {
    const [, name] = open
    if (open.length === 2 && name !== undefined) {
      fields.set(name, (fields.get(name) ?? '') + part)
    }
  }
  parser.on('text', take)
  parser.on('cdata', take)
  try {
    parser.write(text).close()
  } catch (error) {
    if (error instanceof Unreadable) {
      return null
    }
    throw error
  }
  return Object.fromEntries(fields)
}

/** Flat XML of these texts. */
export function writeXml(fields: Readonly<Record<string, string>>): string {
  const children = Object.entries(fields).map(([name, value]) => `<${name}>${cdata(value)}</${name}>`)
  return `<xml>${children.join('')}</xml>`
}

// The end of a CDATA section cannot stand inside one.
function cdata(text: string): string {
  return `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`
}

class Unreadable extends Error {}

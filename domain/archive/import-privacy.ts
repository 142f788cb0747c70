/** What of a file may be shown and kept before it is imported: numbers that could be a document's or a phone's are masked. */
import { maskDocument } from '../identity'

const LONG_NUMBER = /[A-Z]{0,3}\d{11,}[\dX]?/gi

/** The text with every long number masked, 321***********0011. */
export function maskLongNumbers(text: string): string {
  return text.replace(LONG_NUMBER, (number) => maskDocument({ type: 'passport', country: '', number }))
}

/** A cell as a preview shows it. @param isDocument whether its column is that of documents, where short numbers count, too */
export function previewCell(text: string, isDocument: boolean): string {
  return isDocument ? maskDocument({ type: 'passport', country: '', number: text }) : maskLongNumbers(text)
}

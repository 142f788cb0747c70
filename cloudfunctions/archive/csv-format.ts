/** What a CSV file is made of, told from its first bytes: the encoding and what stands between two cells. */

import type { FileFormat } from '../_kit/records/archive'

export type CsvFormat = Extract<FileFormat, { type: 'csv' }>
type Encoding = CsvFormat['encoding']

const DELIMITERS = [',', '\t', ';', '|']
/** A character of GB 18030 has at most this many bytes; the sample may end within one. */
const LONGEST_CHARACTER = 4
/** Below it, bytes that no text has. */
const TAB = 9
const OLD_WORKBOOK = Buffer.from([0xd0, 0xcf, 0x11, 0xe0])

/**
 * The format of a text file; null for anything that is no text in one of the two encodings. UTF-8 is recognised by
 * being valid: GBK text practically never is.
 */
export function csvFormat(sample: Buffer): CsvFormat | null {
  if (sample.some((byte) => byte < TAB) || sample.subarray(0, OLD_WORKBOOK.length).equals(OLD_WORKBOOK)) {
    return null
  }
  const encoding = (['utf-8', 'gb18030'] as const).find((candidate) => decodes(sample, candidate))
  if (!encoding) {
    return null
  }
  const text = new TextDecoder(encoding).decode(sample)
  return { type: 'csv', encoding, delimiter: delimiterOf(text) }
}

function decodes(sample: Buffer, encoding: Encoding): boolean {
  for (let cut = 0; cut < LONGEST_CHARACTER; cut += 1) {
    try {
      new TextDecoder(encoding, { fatal: true }).decode(sample.subarray(0, sample.length - cut))
      return true
    } catch {
      // Perhaps the sample ends within a character.
    }
  }
  return false
}

// The one that makes most cells of the first lines.
function delimiterOf(text: string): string {
  const lines = text.split(/\r\n|\n|\r/).slice(0, 20)
  const count = (delimiter: string) => lines.reduce((sum, line) => sum + line.split(delimiter).length - 1, 0)
  return DELIMITERS.reduce((best, candidate) => (count(candidate) > count(best) ? candidate : best))
}

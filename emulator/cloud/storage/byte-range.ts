/** The Range header of a download (RFC 9110, section 14): one range of bytes, as object stores serve it. */

/** From `start` to `end`, excluded. */
export type ByteRange = { start: number; end: number }

const ONE_RANGE = /^bytes=(\d*)-(\d*)$/

/** The part that a header asks for; null for the whole file (no header, or one that is not understood). */
export const byteRange = (header: string | undefined, size: number): ByteRange | 'outside' | null => {
  const [, first = '', last = ''] = ONE_RANGE.exec(header ?? '') ?? []
  if (first === '' && last === '') return null
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first)
  const end = first === '' || last === '' ? size : Math.min(size, Number(last) + 1)
  return start >= size || start >= end ? 'outside' : { start, end }
}

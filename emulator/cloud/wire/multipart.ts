/** Reads a multipart/form-data body: the form in which openapi calls arrive. Parts are kept as bytes. */
import { invalidParameter } from '../errors'

/** The parts by name. Throws INVALID_PARAM when the boundary or a part's head is missing. */
export const parseMultipart = (body: Buffer, contentType: string): Map<string, Buffer> => {
  const boundary = /boundary="?([^";]+)"?/.exec(contentType)?.[1]
  if (!boundary) throw invalidParameter('multipart body without a boundary')
  const mark = Buffer.from(`--${boundary}`)
  const parts = new Map<string, Buffer>()
  let start = body.indexOf(mark)
  while (start >= 0) {
    const end = body.indexOf(mark, start + mark.length)
    if (end < 0) break
    const part = body.subarray(start + mark.length + 2, end - 2)
    const headEnd = part.indexOf('\r\n\r\n')
    const name = /name="([^"]*)"/.exec(part.subarray(0, headEnd).toString())?.[1]
    if (headEnd < 0 || name === undefined) throw invalidParameter('malformed multipart part')
    parts.set(name, Buffer.from(part.subarray(headEnd + 4)))
    start = end
  }
  return parts
}

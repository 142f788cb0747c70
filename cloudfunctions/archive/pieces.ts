/**
 * The bytes of a file over HTTP, a piece at a time: each is taken whole before anybody works on it, so no connection
 * lies open while rows are written (a storage cuts those off), and one that breaks is asked for again from where it
 * broke.
 */

/** Bytes of a piece. */
const PIECE = 1024 * 1024
const ATTEMPTS = 3
const PARTIAL = 206

/** The bytes from `start` up to `end`, excluded. Throws when a piece did not come at the third attempt. */
export async function* readPieces(url: string, start: number, end: number): AsyncGenerator<Buffer> {
  for (let at = start; at < end; at += PIECE) {
    yield await readPiece(url, at, Math.min(at + PIECE, end))
  }
}

async function readPiece(url: string, start: number, end: number): Promise<Buffer> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await fetchPiece(url, start, end)
    } catch (error) {
      if (attempt === ATTEMPTS) {
        throw error
      }
    }
  }
}

async function fetchPiece(url: string, start: number, end: number): Promise<Buffer> {
  const response = await fetch(url, { headers: { range: `bytes=${start}-${end - 1}` } })
  if (response.status !== PARTIAL) {
    await response.body?.cancel()
    throw new Error(`The storage answered ${response.status} to a range request.`)
  }
  const bytes = Buffer.from(await response.arrayBuffer())
  if (bytes.length !== end - start) {
    throw new Error(`The storage sent ${bytes.length} bytes instead of ${end - start}.`)
  }
  return bytes
}

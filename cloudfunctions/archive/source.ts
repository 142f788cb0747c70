/**
 * An uploaded file, read from any place on by range requests, so that nothing of it is held in memory or on disk. It
 * lies in the environment's private storage until the import is over.
 */
import { Readable } from 'node:stream'
import { app } from '../_kit/cloudbase'
import { readPieces } from './pieces'

const LINK_SECONDS = 600
/** No byte can be read of an empty file. */
const NOT_SATISFIABLE = 416

export type Source = {
  /** Bytes. */
  size: number
  /** The bytes from `start` up to `end`, excluded. */
  read(start: number, end?: number): Promise<Readable>
}

/** @returns null when there is no such file */
export async function openSource(fileID: string): Promise<Source | null> {
  const { fileList } = await app.getTempFileURL({ fileList: [{ fileID, maxAge: LINK_SECONDS }] })
  const url = fileList[0]?.tempFileURL
  if (!url) {
    return null
  }
  const address = encodeURI(decodeURI(url))
  const size = await sizeOf(address)
  return size === null
    ? null
    : { size, read: async (start, end) => Readable.from(readPieces(address, start, end ?? size)) }
}

// Signed addresses are for GET alone, so the size is asked for with the first byte.
async function sizeOf(url: string): Promise<number | null> {
  const response = await fetch(url, { headers: { range: 'bytes=0-0' } })
  await response.body?.cancel()
  const total = response.headers.get('content-range')?.split('/')[1] ?? response.headers.get('content-length')
  const isThere = response.ok || response.status === NOT_SATISFIABLE
  return isThere && total !== null && total !== undefined ? Number(total) : null
}

/** The first bytes, at most `length` of them. */
export async function head(source: Source, length: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of await source.read(0, Math.min(length, source.size))) {
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

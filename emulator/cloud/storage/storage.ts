/**
 * Cloud storage as the SDKs and phones know it: file IDs, temporary links, deletion; one result per file.
 * `openid` is FUNCTION_OWNER for functions (they may do everything) or the phone's.
 */
import type { Clock } from '../clock/clock'
import { asCloudError, fileNotExist } from '../errors'
import { checkedCloudPath, type FileIds } from './cloud-path'
import type { FileStore } from './file-store'
import type { Links } from './links'

export type TemporaryLink = { fileID: string; code: string; tempFileURL: string; maxAge: number }
export type Deletion = { fileID: string; code: string }

/** Longest life of a temporary link (s). */
const MAX_AGE = 86_400
const UPLOAD_MS = 15 * 60_000

export class Storage {
  constructor(
    readonly files: FileStore,
    readonly ids: FileIds,
    readonly links: Links,
    private readonly clock: Clock,
    private readonly baseUrl: () => string,
  ) {}

  /** Stores a file and returns its ID. */
  upload(cloudPath: string, bytes: Buffer, openid: string): string {
    const path = checkedCloudPath(cloudPath)
    this.files.write(path, bytes, openid)
    return this.ids.of(path)
  }

  /** Where to PUT a file, and the ID it will have. */
  uploadTarget(cloudPath: string): { url: string; fileId: string } {
    const path = checkedCloudPath(cloudPath)
    const query = this.links.query('put', path, this.clock.now() + UPLOAD_MS)
    return { url: `${this.baseUrl()}/files/${encodeURI(path)}?${query}`, fileId: this.ids.of(path) }
  }

  /** A link to one file. The path in it is not percent-encoded: the SDK encodes the link itself. */
  temporaryLink(fileId: string, maxAgeSeconds: number | undefined, openid: string): TemporaryLink {
    const maxAge = Math.min(maxAgeSeconds ?? MAX_AGE, MAX_AGE)
    try {
      const path = this.ids.path(fileId)
      if (!this.files.exists(path)) throw fileNotExist(fileId)
      this.files.allow(path, openid)
      const query = this.links.query('get', path, this.clock.now() + maxAge * 1000)
      return { fileID: fileId, code: 'SUCCESS', tempFileURL: `${this.baseUrl()}/files/${path}?${query}`, maxAge }
    } catch (thrown) {
      return { fileID: fileId, code: asCloudError(thrown).code, tempFileURL: '', maxAge }
    }
  }

  remove(fileId: string, openid: string): Deletion {
    try {
      this.files.remove(this.ids.path(fileId), openid)
      return { fileID: fileId, code: 'SUCCESS' }
    } catch (thrown) {
      return { fileID: fileId, code: asCloudError(thrown).code }
    }
  }
}

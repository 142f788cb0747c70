/**
 * Names of stored files: which cloud paths are allowed, and how a path becomes a file ID and back.
 *   cloud://<env>.<bucket>/<cloud path>
 */
import { fileNotExist, fileRefused } from '../errors'

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused here
const FORBIDDEN = /[\u0000-\u001f\u007f\\?#%:*"<>|]/

/** Returns the path, or throws when it could leave the storage folder or cannot be written into a link. */
export const checkedCloudPath = (path: string): string => {
  const segments = path.split('/')
  const wrong =
    path.length === 0 ||
    Buffer.byteLength(path) > 850 ||
    FORBIDDEN.test(path) ||
    segments.some(
      (segment) => segment === '' || segment === '.' || segment === '..' || Buffer.byteLength(segment) > 200,
    )
  if (wrong) throw fileRefused(`cloudPath is not allowed: ${JSON.stringify(path.slice(0, 80))}`)
  return path
}

export class FileIds {
  private readonly prefix: string

  constructor(envName: string) {
    this.prefix = `cloud://${envName}.6c6f-${envName}-1300000000/`
  }

  of(path: string): string {
    return this.prefix + path
  }

  /** The cloud path of one of our file IDs; throws STORAGE_FILE_NONEXIST for anything else. */
  path(fileId: unknown): string {
    if (typeof fileId !== 'string' || !fileId.startsWith(this.prefix)) throw fileNotExist(String(fileId))
    return checkedCloudPath(fileId.slice(this.prefix.length))
  }
}

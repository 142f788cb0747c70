/**
 * Stored files: bytes in <dataDir>/files, their owner in the database file. A file is complete or absent: it is
 * written beside its place, synced, then renamed.
 * Permission, as "only the creator may read and write": a phone reaches its own files, functions reach all.
 */
import { randomBytes } from 'node:crypto'
import {
  closeSync,
  createReadStream,
  fsyncSync,
  mkdirSync,
  openSync,
  type ReadStream,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import type { DatabaseFile } from '../durable/database-file'
import { fileForbidden, fileNotExist, fileRefused } from '../errors'

/** The owner of files that functions uploaded. */
export const FUNCTION_OWNER = ''

export class FileStore {
  private readonly folder: string
  private readonly uploads: string
  private readonly ownerOfPath
  private readonly setOwner
  private readonly removeOwner
  private readonly removeAll

  constructor(dataDir: string, database: DatabaseFile) {
    this.folder = join(dataDir, 'files')
    this.uploads = join(dataDir, 'uploads')
    mkdirSync(this.folder, { recursive: true })
    rmSync(this.uploads, { recursive: true, force: true })
    mkdirSync(this.uploads, { recursive: true })
    database.exec('CREATE TABLE IF NOT EXISTS files(path TEXT PRIMARY KEY, owner TEXT NOT NULL)')
    this.ownerOfPath = database.prepare<[string]>('SELECT owner FROM files WHERE path = ?')
    this.setOwner = database.prepare<[string, string]>(
      'INSERT INTO files(path, owner) VALUES(?, ?) ON CONFLICT(path) DO UPDATE SET owner = excluded.owner',
    )
    this.removeOwner = database.prepare<[string]>('DELETE FROM files WHERE path = ?')
    this.removeAll = database.prepare<[]>('DELETE FROM files')
  }

  exists(path: string): boolean {
    return this.owner(path) !== undefined
  }

  /** Throws unless `openid` owns the file (functions may do everything). */
  allow(path: string, openid: string): void {
    const owner = this.owner(path)
    if (openid !== FUNCTION_OWNER && owner !== undefined && owner !== openid) throw fileForbidden('not the creator')
  }

  write(path: string, bytes: Buffer, openid: string): void {
    this.allow(path, openid)
    const draft = join(this.uploads, randomBytes(12).toString('hex'))
    const place = join(this.folder, path)
    const handle = openSync(draft, 'w')
    try {
      writeSync(handle, bytes)
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
    try {
      mkdirSync(dirname(place), { recursive: true })
      renameSync(draft, place)
    } catch {
      rmSync(draft, { force: true })
      throw fileRefused(`a file and a folder would have the same name: ${path}`)
    }
    this.setOwner.run(path, this.owner(path) ?? openid)
  }

  read(path: string): Buffer {
    if (!this.exists(path)) throw fileNotExist(path)
    return readFileSync(join(this.folder, path))
  }

  /** Bytes of a file. */
  size(path: string): number {
    if (!this.exists(path)) throw fileNotExist(path)
    return statSync(join(this.folder, path)).size
  }

  /** The bytes from `start` to `end`, excluded, as they are read. */
  stream(path: string, start: number, end: number): ReadStream {
    return createReadStream(join(this.folder, path), { start, end: end - 1 })
  }

  remove(path: string, openid: string): void {
    if (!this.exists(path)) throw fileNotExist(path)
    this.allow(path, openid)
    this.removeOwner.run(path)
    rmSync(join(this.folder, path), { force: true })
  }

  clear(): void {
    this.removeAll.run()
    rmSync(this.folder, { recursive: true, force: true })
    mkdirSync(this.folder, { recursive: true })
  }

  private owner(path: string): string | undefined {
    return (this.ownerOfPath.get(path) as { owner: string } | undefined)?.owner
  }
}

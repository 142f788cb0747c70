// The phone's files: wxfile://usr (kept) and wxfile://tmp (gone when the app restarts). A copy in memory answers the synchronous
// calls; IndexedDB keeps it. One database per phone and person.
import { storageNamespace } from './phone'

export const USER_DATA_PATH = 'wxfile://usr'
const TEMP_PATH = 'wxfile://tmp'
/** WeChat's quota for wxfile://usr. */
export const QUOTA_BYTES = 200 * 1024 * 1024

type Bytes = Uint8Array<ArrayBuffer>

interface StoredFile {
  bytes: Bytes
  /** Epoch seconds. */
  modified: number
  type: string
}

class FileStore {
  private readonly files = new Map<string, StoredFile>()
  private readonly folders = new Set<string>([USER_DATA_PATH])
  private readonly urls = new Map<string, string>()
  private database: IDBDatabase | undefined
  private serial = 0

  /** Loads what was kept; call once before the mini program starts. */
  async open(): Promise<void> {
    this.database = await openDatabase(`${storageNamespace()}files`)
    const kept = await readAll(this.database)
    for (const [path, file] of kept) {
      if (file === 'folder') this.folders.add(path)
      else this.files.set(path, file)
    }
  }

  read(path: string): Bytes | undefined {
    return this.files.get(path)?.bytes
  }

  info(path: string): StoredFile | undefined {
    return this.files.get(path)
  }

  isFolder(path: string): boolean {
    return this.folders.has(trim(path))
  }

  write(path: string, bytes: Bytes, type = ''): void {
    const file = { bytes, modified: Math.floor(Date.now() / 1000), type }
    this.files.set(path, file)
    this.forgetUrl(path)
    if (path.startsWith(USER_DATA_PATH)) this.keep(path, file)
  }

  makeFolder(path: string): void {
    this.folders.add(trim(path))
    this.keep(trim(path), 'folder')
  }

  remove(path: string): void {
    this.files.delete(path)
    this.folders.delete(trim(path))
    this.forgetUrl(path)
    this.transaction()?.delete(trim(path))
  }

  /** Names directly inside a folder. */
  list(folder: string): string[] {
    const prefix = `${trim(folder)}/`
    const below = [...this.files.keys(), ...this.folders].filter((path) => path.startsWith(prefix))
    return [...new Set(below.map((path) => path.slice(prefix.length).split('/')[0]!))].sort()
  }

  /** Bytes kept below wxfile://usr. */
  size(): number {
    let total = 0
    for (const [path, { bytes }] of this.files) if (path.startsWith(USER_DATA_PATH)) total += bytes.byteLength
    return total
  }

  /** Puts bytes into a new temporary file and returns its path. */
  temporary(bytes: Bytes, extension: string, type: string): string {
    this.serial += 1
    const path = `${TEMP_PATH}_${Math.floor(performance.timeOrigin).toString(36)}_${this.serial}.${extension}`
    this.write(path, bytes, type)
    return path
  }

  /** An address that an <img> can load. */
  url(path: string): string | undefined {
    const known = this.urls.get(path)
    if (known) return known
    const file = this.files.get(path)
    if (!file) return undefined
    const url = URL.createObjectURL(new Blob([file.bytes], { type: file.type || typeOf(path) }))
    this.urls.set(path, url)
    return url
  }

  /** Empties the phone. */
  async wipe(): Promise<void> {
    this.files.clear()
    this.database?.close()
    await new Promise((done) => {
      const request = indexedDB.deleteDatabase(`${storageNamespace()}files`)
      request.onsuccess = request.onerror = request.onblocked = done
    })
  }

  private forgetUrl(path: string): void {
    const url = this.urls.get(path)
    if (url) URL.revokeObjectURL(url)
    this.urls.delete(path)
  }

  private keep(path: string, value: StoredFile | 'folder'): void {
    this.transaction()?.put(value, path)
  }

  private transaction(): IDBObjectStore | undefined {
    return this.database?.transaction('files', 'readwrite').objectStore('files')
  }
}

const trim = (path: string) => path.replace(/\/+$/, '')

function typeOf(path: string): string {
  const types: Record<string, string> = {
    png: 'image/png',
    jpg: 'image/jpeg',
    jpeg: 'image/jpeg',
    svg: 'image/svg+xml',
    webp: 'image/webp',
  }
  return types[path.split('.').pop()?.toLowerCase() ?? ''] ?? 'application/octet-stream'
}

function openDatabase(name: string): Promise<IDBDatabase> {
  return new Promise((done, failed) => {
    const request = indexedDB.open(name, 1)
    request.onupgradeneeded = () => request.result.createObjectStore('files')
    request.onsuccess = () => done(request.result)
    request.onerror = () => failed(request.error)
  })
}

function readAll(database: IDBDatabase): Promise<[string, StoredFile | 'folder'][]> {
  return new Promise((done, failed) => {
    const found: [string, StoredFile | 'folder'][] = []
    const request = database.transaction('files').objectStore('files').openCursor()
    request.onerror = () => failed(request.error)
    request.onsuccess = () => {
      const cursor = request.result
      if (!cursor) return done(found)
      found.push([String(cursor.key), cursor.value])
      cursor.continue()
    }
  })
}

export const fileStore = new FileStore()

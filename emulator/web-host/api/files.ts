// wx.getFileSystemManager: the phone's own files (wxfile://usr), temporary files, and the package's files for reading.
import { fileStore, QUOTA_BYTES, USER_DATA_PATH } from '../runtime/file-store'
import { resourceUrl } from '../runtime/resources'
import { api, failure } from './call'
import { type Bytes, decode, encode } from './file-encoding'

const missing = (path: string) => new Error(`no such file or directory ${path}`)
const folderOf = (path: string) => path.slice(0, path.lastIndexOf('/'))
const known = (path: string) => fileStore.info(path) !== undefined || fileStore.isFolder(path)

function checkWritable(path: string): void {
  if (!path.startsWith(`${USER_DATA_PATH}/`)) throw new Error(`permission denied, open ${path}`)
  if (!fileStore.isFolder(folderOf(path))) throw missing(folderOf(path))
}

/** A file of the package, read at once: a synchronous request, because the call that needs it is synchronous. */
function readPackageFile(path: string): Bytes | undefined {
  if (path.startsWith('wxfile://')) return undefined
  const request = new XMLHttpRequest()
  request.open('GET', resourceUrl(path.startsWith('/') ? path : `/${path}`), false)
  request.overrideMimeType('text/plain; charset=x-user-defined')
  request.send()
  return request.status === 200
    ? Uint8Array.from(request.responseText, (letter) => letter.charCodeAt(0) & 0xff)
    : undefined
}

function readFile(filePath: string, encoding?: string, position = 0, length?: number) {
  const bytes = fileStore.read(filePath) ?? readPackageFile(filePath)
  if (!bytes) throw missing(`'${filePath}'`)
  return decode(bytes.slice(position, length === undefined ? undefined : position + length), encoding)
}

function writeFile(filePath: string, data: unknown, encoding?: string): void {
  checkWritable(filePath)
  const bytes = encode(data, encoding)
  if (fileStore.size() + bytes.byteLength > QUOTA_BYTES)
    throw new Error('the maximum size of the file storage limit is exceeded')
  fileStore.write(filePath, bytes)
}

function appendFile(filePath: string, data: unknown, encoding?: string): void {
  const before = fileStore.read(filePath)
  if (!before) throw missing(`open ${filePath}`)
  const added = encode(data, encoding)
  const bytes = new Uint8Array(before.byteLength + added.byteLength)
  bytes.set(before)
  bytes.set(added, before.byteLength)
  checkWritable(filePath)
  fileStore.write(filePath, bytes)
}

function unlink(filePath: string): void {
  if (!fileStore.info(filePath)) throw missing(`unlink '${filePath}'`)
  fileStore.remove(filePath)
}

function stat(path: string) {
  const file = fileStore.info(path)
  if (!file && !fileStore.isFolder(path)) throw missing(`'${path}'`)
  const time = file?.modified ?? 0
  return {
    mode: file ? 33188 : 16877,
    size: file?.bytes.byteLength ?? 0,
    lastAccessedTime: time,
    lastModifiedTime: time,
    isDirectory: () => !file,
    isFile: () => Boolean(file),
  }
}

function mkdir(dirPath: string, recursive = false): void {
  if (known(dirPath)) {
    if (recursive) return
    throw new Error(`file already exists ${dirPath}`)
  }
  if (!dirPath.startsWith(`${USER_DATA_PATH}/`)) throw new Error(`permission denied, open ${dirPath}`)
  if (!fileStore.isFolder(folderOf(dirPath))) {
    if (!recursive) throw missing(folderOf(dirPath))
    mkdir(folderOf(dirPath), true)
  }
  fileStore.makeFolder(dirPath)
}

function rmdir(dirPath: string, recursive = false): void {
  if (!fileStore.isFolder(dirPath)) throw missing(dirPath)
  const names = fileStore.list(dirPath)
  if (names.length > 0 && !recursive) throw new Error('directory not empty')
  for (const name of names) {
    const path = `${dirPath}/${name}`
    if (fileStore.isFolder(path)) rmdir(path, true)
    else fileStore.remove(path)
  }
  fileStore.remove(dirPath)
}

function readdir(dirPath: string): string[] {
  if (!fileStore.isFolder(dirPath)) throw missing(dirPath)
  return fileStore.list(dirPath)
}

function access(path: string): void {
  if (!known(path) && !readPackageFile(path)) throw missing(path)
}

function copyFile(srcPath: string, destPath: string): void {
  const bytes = fileStore.read(srcPath) ?? readPackageFile(srcPath)
  if (!bytes) throw missing(srcPath)
  checkWritable(destPath)
  fileStore.write(destPath, bytes.slice())
}

function rename(oldPath: string, newPath: string): void {
  copyFile(oldPath, newPath)
  fileStore.remove(oldPath)
}

function saveFile(tempFilePath: string, filePath?: string): string {
  const savedFilePath = filePath ?? `${USER_DATA_PATH}/store_${tempFilePath.split('/').pop()}`
  rename(tempFilePath, savedFilePath)
  return savedFilePath
}

/** Each operation once: its synchronous form, and how the asynchronous form's options map to it. */
const OPERATIONS: Record<string, [run: (...values: any[]) => any, names: string[], result?: string]> = {
  access: [access, ['path']],
  readFile: [readFile, ['filePath', 'encoding', 'position', 'length'], 'data'],
  writeFile: [writeFile, ['filePath', 'data', 'encoding']],
  appendFile: [appendFile, ['filePath', 'data', 'encoding']],
  unlink: [unlink, ['filePath']],
  stat: [stat, ['path'], 'stats'],
  mkdir: [mkdir, ['dirPath', 'recursive']],
  rmdir: [rmdir, ['dirPath', 'recursive']],
  readdir: [readdir, ['dirPath'], 'files'],
  copyFile: [copyFile, ['srcPath', 'destPath']],
  rename: [rename, ['oldPath', 'newPath']],
  saveFile: [saveFile, ['tempFilePath', 'filePath'], 'savedFilePath'],
}

function createManager(): Record<string, any> {
  const table: Record<string, any> = {}
  for (const [name, [run, names, result]] of Object.entries(OPERATIONS)) {
    table[name] = api(name, (options) => {
      const value = run(...names.map((one) => options[one]))
      return result ? { [result]: value } : undefined
    })
    table[`${name}Sync`] = (...values: any[]) => {
      try {
        return run(...values)
      } catch (error) {
        throw new Error(String(failure(`${name}Sync`, error).errMsg))
      }
    }
  }
  table.getFileInfo = api('getFileInfo', ({ filePath }) => ({ size: stat(filePath).size }))
  table.removeSavedFile = api('removeSavedFile', ({ filePath }) => unlink(filePath))
  return table
}

const manager = createManager()

export const files = {
  env: { USER_DATA_PATH },
  getFileSystemManager: () => manager,
  saveFile: manager.saveFile,
}

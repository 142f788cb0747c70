// From the addresses that a mini program uses (package files, wxfile:// temporary files, cloud:// file ids, https) to addresses
// that a browser can load.
import { resolveReference } from '../build/sources-path'
import { control } from '../link/control'
import { fileStore } from './file-store'
import { isOnline, phone } from './phone'

const cloudUrls = new Map<string, string>()

const THIS_MACHINE = /^(127\.0\.0\.1|localhost)$/

/** The emulator writes absolute addresses; the page may have been opened under another name of this machine. */
export function ownAddress(url: string): string {
  const { hostname, port, pathname, search } = new URL(url, location.href)
  return THIS_MACHINE.test(hostname) && port === location.port ? location.origin + pathname + search : url
}

/** For everything but cloud:// the answer is known at once. */
export function resourceUrl(src: string, home = ''): string {
  if (src === '' || /^(data:|blob:)/.test(src)) return src
  if (src.startsWith('wxfile://')) return fileStore.url(src) ?? src
  if (/^https?:/.test(src)) return ownAddress(src)
  return `/app/${resolveReference(home, src)}`
}

/**
 * Resolves any address.
 * @throws Error when the phone is offline and the address is not on it.
 */
export async function loadableUrl(src: string, home = ''): Promise<string> {
  if (src.startsWith('cloud://')) {
    const known = cloudUrls.get(src)
    if (known) return known
    if (!isOnline()) throw new Error('request:fail')
    const { fileList } = await control.temporaryLinks(phone.person.openid, [src])
    const link = fileList[0]
    if (!link?.tempFileURL) throw new Error(link?.code ?? 'STORAGE_FILE_NONEXIST')
    const url = ownAddress(link.tempFileURL)
    cloudUrls.set(src, url)
    return url
  }
  const url = resourceUrl(src, home)
  if (/^https?:/.test(src) && !isOnline()) throw new Error('request:fail')
  return url
}

/** The bytes behind an address. */
export async function readBytes(src: string, home = ''): Promise<Uint8Array<ArrayBuffer>> {
  const stored = fileStore.read(src)
  if (stored) return stored
  const response = await fetch(await loadableUrl(src, home))
  if (!response.ok) throw new Error(`no such file ${src}`)
  return new Uint8Array(await response.arrayBuffer())
}

// wx.request and wx.downloadFile, for services outside the cloud.
import { fileStore } from '../runtime/file-store'
import { isOnline, lineSignal } from '../runtime/phone'
import { ownAddress } from '../runtime/resources'
import { apis } from './call'

async function request(options: any) {
  if (!isOnline()) throw new Error('')
  const method = String(options.method ?? 'GET').toUpperCase()
  const plain = method === 'GET' || method === 'HEAD'
  const url = new URL(ownAddress(options.url))
  if (plain) for (const [name, value] of Object.entries(options.data ?? {})) url.searchParams.set(name, String(value))
  const body = plain ? undefined : typeof options.data === 'string' ? options.data : JSON.stringify(options.data ?? {})
  const response = await fetch(url, {
    method,
    headers: { 'content-type': 'application/json', ...options.header },
    signal: lineSignal(),
    ...(body !== undefined && { body }),
  })
  const header = Object.fromEntries(response.headers)
  const statusCode = response.status
  if (options.responseType === 'arraybuffer') return { data: await response.arrayBuffer(), statusCode, header }
  return { data: parse(await response.text(), options.dataType), statusCode, header }
}

/** JSON when it is JSON; the text itself otherwise, as WeChat does. */
function parse(text: string, dataType = 'json'): unknown {
  if (dataType !== 'json') return text
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

async function downloadFile({ url }: { url: string }) {
  if (!isOnline()) throw new Error('')
  const response = await fetch(ownAddress(url), { signal: lineSignal() })
  const type = response.headers.get('content-type') ?? ''
  const bytes = new Uint8Array(await response.arrayBuffer())
  return { tempFilePath: fileStore.temporary(bytes, type.split('/')[1] ?? 'bin', type), statusCode: response.status }
}

export const network = apis({ request, downloadFile })

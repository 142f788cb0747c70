// wx.cloud: functions and files, over the emulator's control API. The person that holds the phone is who the function sees; a phone
// that is offline, or goes offline half way, gets WeChat's network error.
import { control } from '../link/control'
import { fileStore } from '../runtime/file-store'
import { currentPage } from '../runtime/page-stack'
import { isOnline, lineSignal, phone } from '../runtime/phone'
import { overLine } from '../runtime/poor-line'
import { loadableUrl, ownAddress, readBytes } from '../runtime/resources'
import { ApiError, apis } from './call'

const networkError = () => new ApiError('-1 request:fail', { errCode: -1 })

/** Runs a request while the phone is online; any cut on the way is a network error. */
async function online<T>(request: (signal: AbortSignal) => Promise<T>): Promise<T> {
  if (!isOnline()) throw networkError()
  const signal = lineSignal()
  try {
    return await overLine(() => request(signal), signal)
  } catch (error) {
    if (signal.aborted || error instanceof TypeError) throw networkError()
    throw error
  }
}

async function callFunction({ name, data = {} }: { name: string; data?: unknown }) {
  if (typeof name !== 'string' || name === '') throw new ApiError('-404001 empty name', { errCode: -404001 })
  const { openid } = phone.person
  const answer = await online((signal) => control.call({ openid, name, data }, signal))
  if (answer.error) {
    const { errCode, code, message } = answer.error
    throw new ApiError(`Error: errCode: ${errCode ?? code} | errMsg: ${message}`, { errCode: errCode ?? code })
  }
  return { result: answer.result, requestID: answer.requestId ?? '' }
}

async function uploadFile({ cloudPath, filePath }: { cloudPath: string; filePath: string }) {
  const bytes = await readBytes(filePath, currentPage()?.path)
  const type = fileStore.info(filePath)?.type ?? ''
  const { fileID } = await online((signal) =>
    control.upload(cloudPath, phone.person.openid, new Blob([bytes], { type }), signal),
  )
  return { fileID, statusCode: 204 }
}

async function getTempFileURL({ fileList }: { fileList: (string | { fileID: string })[] }) {
  const ids = fileList.map((file) => (typeof file === 'string' ? file : file.fileID))
  const links = await online(() => control.temporaryLinks(phone.person.openid, ids))
  return {
    fileList: links.fileList.map(({ fileID, code, tempFileURL }) => ({
      fileID,
      tempFileURL: tempFileURL && ownAddress(tempFileURL),
      status: code === 'SUCCESS' ? 0 : 1,
      errMsg: code === 'SUCCESS' ? 'ok' : code,
    })),
  }
}

async function downloadFile({ fileID }: { fileID: string }) {
  const bytes = await online(async (signal) => {
    const response = await fetch(await loadableUrl(fileID), { signal })
    if (!response.ok) throw new ApiError('-503003 file not exists', { errCode: -503003 })
    return new Uint8Array(await response.arrayBuffer())
  })
  const extension = /\.(\w+)$/.exec(fileID)?.[1] ?? 'bin'
  return { tempFilePath: fileStore.temporary(bytes, extension, ''), statusCode: 200 }
}

async function deleteFile({ fileList }: { fileList: string[] }) {
  const { fileList: removed } = await online(() => control.deleteFiles(phone.person.openid, fileList))
  return { fileList: removed.map(({ fileID, code }) => ({ fileID, status: code === 'SUCCESS' ? 0 : 1, errMsg: code })) }
}

const calls = {
  'cloud.callFunction': callFunction,
  'cloud.uploadFile': uploadFile,
  'cloud.getTempFileURL': getTempFileURL,
  'cloud.downloadFile': downloadFile,
  'cloud.deleteFile': deleteFile,
}

const short = ([name, call]: [string, unknown]) => [name.slice('cloud.'.length), call]

export const cloud: Record<string, unknown> = {
  init: () => undefined,
  DYNAMIC_CURRENT_ENV: Symbol('current environment'),
  ...Object.fromEntries(Object.entries(apis(calls)).map(short)),
}

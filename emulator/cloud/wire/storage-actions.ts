/** The storage actions of the SDKs; functions may reach every file. */
import { invalidParameter } from '../errors'
import { FUNCTION_OWNER } from '../storage/file-store'
import type { Storage } from '../storage/storage'
import { type Actions, text } from './action'

type FileRequest = { fileid?: unknown; max_age?: unknown }

export const storageActions = (storage: Storage): Actions => ({
  'storage.getUploadMetadata': (request) => {
    const { url, fileId } = storage.uploadTarget(text(request, 'path'))
    return { data: { url, token: 'local', authorization: 'local', fileId, cosFileId: 'local' } }
  },

  'storage.batchGetDownloadUrl': (request) => {
    if (!Array.isArray(request.file_list)) throw invalidParameter('file_list must be an array')
    const links = request.file_list.map((file: FileRequest) => {
      const maxAge = typeof file.max_age === 'number' ? file.max_age : undefined
      return storage.temporaryLink(String(file.fileid), maxAge, FUNCTION_OWNER)
    })
    return {
      data: { download_list: links.map((link) => ({ ...link, fileid: link.fileID, download_url: link.tempFileURL })) },
    }
  },

  'storage.batchDeleteFile': (request) => {
    if (!Array.isArray(request.fileid_list)) throw invalidParameter('fileid_list must be an array')
    return {
      data: { delete_list: request.fileid_list.map((id: unknown) => storage.remove(String(id), FUNCTION_OWNER)) },
    }
  },
})

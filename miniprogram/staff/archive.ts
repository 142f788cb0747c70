/** The archive function, typed, and files on their way to it and back. */
import type { ArchiveReplies, ArchiveRequest, ImportKind, ReportedProblem } from '../lib/domain'
import { type Reply, request } from '../services/request'
import type { ChosenFile } from './chosen-file'

type Actions = keyof ArchiveReplies

/** Calls one action of the archive function. */
export function archive<Action extends Actions>(
  action: Action,
  data: ArchiveRequest<Action>,
): Promise<Reply<ArchiveReplies[Action]>> {
  return request('archive', action, data)
}

/**
 * Puts a chosen file where the function will look for it.
 * @param onProgress told the share done, 0 to 100
 * @returns the import's key; null when the upload did not finish
 */
export async function uploadFile(
  kind: ImportKind,
  { path, name, type }: Extract<ChosenFile, { ok: true }>,
  onProgress: (percent: number) => void,
): Promise<Reply<{ id: string } | null>> {
  const place = await archive('place', { kind, name: name.slice(-200), type })
  if (!place.ok) {
    return place
  }
  const isThere = await new Promise<boolean>((resolve) => {
    const task = wx.cloud.uploadFile({
      cloudPath: place.value.path,
      filePath: path,
      success: () => resolve(true),
      fail: () => resolve(false),
    })
    task?.onProgressUpdate?.(({ progress }) => onProgress(progress))
  })
  return { ok: true, value: isThere ? { id: place.value.id } : null }
}

/** Every bad row of an import. */
export async function allProblems(id: string): Promise<Reply<ReportedProblem[]>> {
  const problems: ReportedProblem[] = []
  let after: string | null = null
  do {
    const reply: Reply<ArchiveReplies['problems']> = await archive('problems', { id, after })
    if (!reply.ok) {
      return reply
    }
    problems.push(...reply.value.problems)
    after = reply.value.after
  } while (after !== null)
  return { ok: true, value: problems }
}

/** Hands a text file to a chat of the person's choice. @returns false when it could not be made */
export async function sendFile(name: string, text: string): Promise<boolean> {
  const filePath = `${wx.env.USER_DATA_PATH}/report.csv`
  try {
    wx.getFileSystemManager().writeFileSync(filePath, text, 'utf8')
    await wx.shareFileMessage({ filePath, fileName: name })
    return true
  } catch (error) {
    // Choosing no chat is no failure.
    return /cancel/.test(String((error as { errMsg?: unknown })?.errMsg))
  }
}

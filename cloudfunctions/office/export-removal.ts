/** Deleting the files of an export: when their hour is over, when its maker asks for it, or when nobody finished it. */
import { exportFileName } from '../../domain/office/exports'
import { dayOf, type Instant } from '../../domain/time/shanghai'
import { app } from '../_kit/cloudbase'
import { atMost, oneOf } from '../_kit/conditions'
import { logFailure } from '../_kit/log'
import { find, type Stored, updateWhere } from '../_kit/store'

const MOST = 20
/** The storage takes so many names in one call. */
const MOST_DELETED = 50

/** Deletes what is due. What could not be deleted is tried again by the next run. */
export async function removeOutlived(now: Instant): Promise<void> {
  const due = { state: oneOf(['ready', 'running']), until: atMost(now) }
  for (const record of await find('exports', due, { order: 'until', limit: MOST })) {
    try {
      await removeFiles(record, now)
    } catch (error) {
      logFailure('exports', error)
    }
  }
}

/** Deletes the files, then says so. */
export async function removeFiles(record: Stored<'exports'>, now: Instant): Promise<void> {
  const files = await everyFile(record)
  for (let from = 0; from < files.length; from += MOST_DELETED) {
    await app.deleteFile({ fileList: files.slice(from, from + MOST_DELETED) })
  }
  await updateWhere('exports', { _id: record._id }, { state: 'removed', until: now, leaseUntil: 0 })
}

/**
 * The noted files, and those that a worker may have stored before it died without noting them. The next one may have made
 * a longer or shorter file of the same rows, so its name may be another one.
 */
async function everyFile(record: Stored<'exports'>): Promise<string[]> {
  const day = dayOf(record.createdAt)
  const numbered = [...record.files, null].map((_, index) => exportFileName(record, index, day, false))
  const ids = [exportFileName(record, 0, day, true), ...numbered].map(async (name) => {
    const { data } = await app.getUploadMetadata({ cloudPath: `exports/${record._id}/${name}` })
    return data.fileId
  })
  const known = record.files.map(({ id }) => id)
  return [...new Set([...known, ...(await Promise.all(ids))])]
}

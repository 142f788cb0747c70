/** Deleting the files of an export: when their hour is over, when its maker asks for it, or when nobody finished it. */
import { exportFileName } from '../../domain/office/exports'
import { dayOf, type Instant } from '../../domain/time/shanghai'
import { app } from '../_kit/cloudbase'
import { atMost, oneOf } from '../_kit/conditions'
import { logFailure } from '../_kit/log'
import { find, type Stored, updateWhere } from '../_kit/store'

const MOST = 20

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
  const known = record.files.map(({ id }) => id)
  const files = record.state === 'running' ? [...known, ...(await unnoted(record))] : known
  if (files.length > 0) {
    await app.deleteFile({ fileList: files })
  }
  await updateWhere('exports', { _id: record._id }, { state: 'removed', until: now, leaseUntil: 0 })
}

/** A worker may have died after storing a file and before noting it, as the only one or as one of several. */
async function unnoted(record: Stored<'exports'>): Promise<string[]> {
  const day = dayOf(record.createdAt)
  const names = [true, false].map((isOnly) => exportFileName(record, record.files.length, day, isOnly))
  const ids = names.map(async (name) => {
    const { data } = await app.getUploadMetadata({ cloudPath: `exports/${record._id}/${name}` })
    return data.fileId
  })
  return Promise.all(ids)
}

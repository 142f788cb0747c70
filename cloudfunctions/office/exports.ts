/** Exports: asked for, written on, fetched and deleted by whoever asked for them. Rules: domain/office/exports. */
import { ADDRESS_SECONDS, checkExport, MOST_ROWS } from '../../domain/office/exports'
import type { ExportRequest } from '../../domain/office/exports-api'
import { ok, refuse } from '../../domain/result'
import { DAY } from '../../domain/time/shanghai'
import { recordAction } from '../_kit/audit'
import { app } from '../_kit/cloudbase'
import { stopwatch } from '../_kit/lanes'
import { randomId } from '../_kit/random'
import type { ExportRecord } from '../_kit/records/office'
import type { Call } from '../_kit/serve'
import { find, get, type Stored } from '../_kit/store'
import { change } from '../_kit/transaction'
import type { Answer } from './answer'
import { removeFiles } from './export-removal'
import { countRows } from './export-source'
import { exportView } from './export-view'
import { workOn } from './export-work'

const LISTED = 20
/** A person looks on: a call works this long before it says how far it has come. */
const LOOKED_AT = 5_000

export async function exports(_: ExportRequest<'exports'>, { openid, now }: Call): Answer<'exports'> {
  const page = { order: 'createdAt', direction: 'desc', limit: LISTED } as const
  const own = await find('exports', { by: openid }, page)
  return ok({ now, exports: own.map(exportView) })
}

export async function startExport(asked: ExportRequest<'startExport'>, call: Call): Answer<'startExport'> {
  const order = checkExport(asked, call.staff?.role ?? 'guard')
  if (!order.ok) {
    return order
  }
  const total = await countRows(order.value.scope)
  if (total > MOST_ROWS) {
    return refuse('export_too_large', { count: total, most: MOST_ROWS })
  }
  const id = randomId()
  const record: ExportRecord = {
    ...order.value,
    by: call.openid,
    state: 'running',
    createdAt: call.now,
    total,
    rows: 0,
    writing: 0,
    files: [],
    after: null,
    leaseUntil: 0,
    until: call.now + DAY,
  }
  const { scope, format, documents, reason } = record
  const details = {
    ...scope,
    format,
    documents: documents ? 'yes' : 'no',
    total,
    ...(reason && { reason }),
  }
  await change(async (transaction) => {
    await transaction.insert('exports', id, record)
    await recordAction(transaction, call, 'office.startExport', id, details)
  })
  return ok({ export: exportView({ _id: id, ...record }) })
}

export async function runExport({ id }: ExportRequest<'runExport'>, call: Call): Answer<'runExport'> {
  const record = await ownExport(id, call)
  if (!record) {
    return refuse('export_unknown')
  }
  await workOn(id, call.now, stopwatch(LOOKED_AT))
  const worked = (await get('exports', id)) ?? record
  return ok({ export: exportView(worked) })
}

export async function exportFile({ id, file }: ExportRequest<'exportFile'>, call: Call): Answer<'exportFile'> {
  const record = await ownExport(id, call)
  const found = record?.files[file]
  if (!record || !found) {
    return refuse('export_unknown')
  }
  if (record.state === 'removed' || (record.state === 'ready' && record.until <= call.now)) {
    return refuse('export_removed')
  }
  // On record before the address exists.
  const details = { file: found.name, documents: record.documents ? 'yes' : 'no' }
  await change((transaction) => recordAction(transaction, call, 'office.exportFile', id, details))
  const { fileList } = await app.getTempFileURL({ fileList: [{ fileID: found.id, maxAge: ADDRESS_SECONDS }] })
  const url = fileList[0]?.tempFileURL
  return url ? ok({ url, name: found.name }) : refuse('export_removed')
}

export async function removeExport({ id }: ExportRequest<'removeExport'>, call: Call): Answer<'removeExport'> {
  const record = await ownExport(id, call)
  if (!record) {
    return refuse('export_unknown')
  }
  if (record.state !== 'removed') {
    await change((transaction) => recordAction(transaction, call, 'office.removeExport', id))
    await removeFiles(record, call.now)
  }
  return ok({ export: exportView((await get('exports', id)) ?? record) })
}

/** Somebody else's export is as unknown as one that never was; a role that is gone takes ID numbers with it. */
async function ownExport(id: string, { openid, staff }: Call): Promise<Stored<'exports'> | null> {
  const record = await get('exports', id)
  if (record?.by !== openid) {
    return null
  }
  return record.documents && staff?.role !== 'admin' ? null : record
}

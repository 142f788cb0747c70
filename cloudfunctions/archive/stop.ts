/** Stopping an import: rows that were imported stay, the file goes. */
import type { ArchiveInput } from '../../domain/archive/api'
import { ok, refuse } from '../../domain/result'
import { recordAction } from '../_kit/audit'
import type { Call } from '../_kit/serve'
import type { Stored } from '../_kit/store'
import { transact } from '../_kit/transaction'
import type { Answer, ArchiveRefusal } from './answer'
import { letGo } from './let-go'
import { viewOf } from './view'

export async function stop({ id }: ArchiveInput<'stop'>, call: Call): Answer<'stop'> {
  const stopped = await transact<Stored<'imports'>, ArchiveRefusal>(async (transaction) => {
    const record = await transaction.get('imports', id)
    if (!record) {
      return refuse('import_unknown')
    }
    if (record.state !== 'waiting' && record.state !== 'running') {
      return refuse('import_over')
    }
    const fields = { state: 'stopped', finishedAt: call.now } as const
    await transaction.update('imports', id, fields)
    await recordAction(transaction, call, 'archive.stop', id, { kind: record.kind, rows: record.done })
    return ok({ ...record, ...fields })
  })
  if (!stopped.ok) {
    return stopped
  }
  await letGo(stopped.value)
  return ok({ import: viewOf(stopped.value) })
}

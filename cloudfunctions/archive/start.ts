/** Staff have confirmed which column means what: the import may run (run.ts). */
import type { ArchiveInput } from '../../domain/archive/api'
import { fieldsOf, type ImportField, type Mapping, missingFields } from '../../domain/archive/import-kinds'
import { ok, refuse } from '../../domain/result'
import { recordAction } from '../_kit/audit'
import type { Call } from '../_kit/serve'
import { transact } from '../_kit/transaction'
import type { Answer } from './answer'
import { viewOf } from './view'

export function start({ id, mapping }: ArchiveInput<'start'>, call: Call): Answer<'start'> {
  return transact(async (transaction) => {
    const record = await transaction.get('imports', id)
    if (!record || record.by !== call.openid) {
      return refuse('import_unknown')
    }
    if (record.state !== 'waiting') {
      return refuse('import_over')
    }
    const known = knownColumns(mapping, fieldsOf[record.kind], record.headers.length)
    if (missingFields(record.kind, known).length > 0) {
      return refuse('import_columns_missing')
    }
    const fields = { state: 'running', mapping: known } as const
    await transaction.update('imports', id, fields)
    await recordAction(transaction, call, 'archive.start', id, { kind: record.kind, rows: record.total })
    return ok({ import: viewOf({ ...record, ...fields }) })
  })
}

function knownColumns(mapping: Mapping, fields: readonly ImportField[], columns: number): Mapping {
  const entries = Object.entries(mapping) as [ImportField, number][]
  return Object.fromEntries(entries.filter(([field, column]) => fields.includes(field) && column < columns))
}

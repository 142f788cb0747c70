/** A hint to the gate function as other functions seal it, made without their code. */
import { createHmac } from 'node:crypto'
import { functionKeys } from './keys'

/** The fields of gate.renewList. */
export function listHint(serials: readonly number[], madeAt: number) {
  const seal = createHmac('sha256', Buffer.from(functionKeys.LIST_HINT_KEY, 'base64'))
    .update('alumni-ecard/list-hint/1\0')
    .update(JSON.stringify([madeAt, serials]))
    .digest('hex')
  return { serials, madeAt, seal }
}

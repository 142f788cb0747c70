/**
 * How functions tell the gate function that bindings have changed, so that the next status list says so at once. The
 * platform hands such a call on as one of the person whose phone called first, so a phone could send it as well: the
 * hint carries a seal by a key that only functions have, and one without is refused before anything is read.
 */
import { createHmac, timingSafeEqual } from 'node:crypto'
import type { GateInput } from '../../domain/gate/api'
import type { Instant } from '../../domain/time/shanghai'
import { callFunction } from './cloudbase'
import { secretKey } from './keys'

const LIST_WAIT_MS = 3_000
const LIFE_MS = 2 * 60_000

const key = secretKey('LIST_HINT_KEY', 32)

/**
 * Asks the gate function for a list that tells these serials as they stand now. Only that function has the list key.
 * When it does not answer, its timer makes the list within ten minutes; the change itself is saved.
 */
export async function askForList(serials: readonly number[], now: Instant): Promise<void> {
  const hint = { serials, madeAt: now, seal: sealOf({ serials, madeAt: now }).toString('hex') }
  await callFunction('gate', { action: 'renewList', ...hint }, LIST_WAIT_MS).catch(() => undefined)
}

/** True for a hint that a function made within the last two minutes. */
export function isSealed({ serials, madeAt, seal }: GateInput<'renewList'>, now: Instant): boolean {
  return Math.abs(now - madeAt) <= LIFE_MS && timingSafeEqual(Buffer.from(seal, 'hex'), sealOf({ serials, madeAt }))
}

function sealOf({ serials, madeAt }: { serials: readonly number[]; madeAt: Instant }): Buffer {
  return createHmac('sha256', key)
    .update('alumni-ecard/list-hint/1\0')
    .update(JSON.stringify([madeAt, serials]))
    .digest()
}

/** How far the exchange of keys is, and going on with it: asked by the command (tools/keys.mjs). */

import type { PrivacyRequest } from '../../domain/privacy/api'
import type { KeyKind, KeyRotationView } from '../../domain/privacy/keys-api'
import { ok } from '../../domain/result'
import { digestKeyId, digestRotation, earlierDigestKeyIds } from '../_kit/chained-digest'
import { stopwatch } from '../_kit/lanes'
import { openingKeyIds, sealingKeyId } from '../_kit/sealed'
import type { Call } from '../_kit/serve'
import { get } from '../_kit/store'
import type { Answer } from './answer'
import { recheck, workOnKeys } from './rotate-keys'

export async function keys(_: PrivacyRequest<'keys'>, __: Call): Answer<'keys'> {
  return ok(await report())
}

export async function rotateKeys(_: PrivacyRequest<'rotateKeys'>, { now }: Call): Answer<'rotateKeys'> {
  await workOnKeys(now, stopwatch())
  return ok(await report())
}

export async function recheckKeys(_: PrivacyRequest<'recheckKeys'>, { now }: Call): Answer<'recheckKeys'> {
  await recheck(now)
  return ok(await report())
}

async function report(): Promise<{ rotations: KeyRotationView[] }> {
  const others = openingKeyIds.filter((id) => id !== sealingKeyId)
  return {
    rotations: await Promise.all([
      viewOf('encryption', sealingKeyId, others, `encryption:${sealingKeyId}`),
      viewOf('digest', digestKeyId, earlierDigestKeyIds, digestRotation),
    ]),
  }
}

async function viewOf(kind: KeyKind, key: string, others: readonly string[], id: string): Promise<KeyRotationView> {
  const record = others.length > 0 ? await get('keyRotations', id) : null
  if (!record) {
    const state = others.length > 0 ? 'moving' : 'none'
    return { kind, key, others, state, moved: 0, stuck: 0, passes: 0, startedAt: null, finishedAt: null }
  }
  const { state, moved, stuck, passes, startedAt, finishedAt } = record
  return { kind, key, others, state, moved, stuck, passes, startedAt, finishedAt }
}

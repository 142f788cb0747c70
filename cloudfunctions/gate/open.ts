/** Start of a shift: the keys that verify passes, the points, the policy. With them the phone decides without network. */
import type { GateRequest } from '../../domain/gate/api'
import { toHex } from '../../domain/pass'
import { ok } from '../../domain/result'
import { HOUR } from '../../domain/time/shanghai'
import { university } from '../../domain/university'
import { issuerPublicKey, passKeyId, viewKey } from '../_kit/pass-keys'
import type { Call } from '../_kit/serve'
import { loadSettings } from '../_kit/settings'
import type { Answer } from './answer'

const DEFAULT_LIST_AGE_HOURS = 24

export async function open(_: GateRequest<'open'>, { now }: Call): Answer<'open'> {
  const settings = await loadSettings()
  return ok({
    now,
    keys: [{ keyId: passKeyId, issuer: toHex(issuerPublicKey), view: toHex(viewKey) }],
    points: [...university.points],
    maxListAge: (settings?.maxListAgeHours ?? DEFAULT_LIST_AGE_HOURS) * HOUR,
  })
}

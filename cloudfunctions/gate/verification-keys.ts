/**
 * The keys that verify passes: those in force, and earlier ones (PASS_KEYS_EARLIER) whose credentials may still be alive. To
 * rotate, issuer and view key get a new id, and the public half of the old issuer key moves to the earlier ones with its
 * view key. A phone takes a credential of the new id whenever it is online; after 90 days no old one can be alive and the
 * entry goes.
 */
import * as v from 'valibot'
import type { PassKeys } from '../../domain/gate/api'
import { type GateKeys, toHex } from '../../domain/pass'
import { issuerPublicKey, passKeyId, viewKey } from '../_kit/pass-keys'

const NAME = 'PASS_KEYS_EARLIER'
const ISSUER_BYTES = 32
const VIEW_BYTES = 16

const key = (length: number) =>
  v.pipe(
    v.string(),
    v.base64(),
    v.transform((text) => new Uint8Array(Buffer.from(text, 'base64'))),
    v.check((bytes) => bytes.length === length),
  )
const earlierKeys = v.array(
  v.strictObject({
    keyId: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(255)),
    issuer: key(ISSUER_BYTES),
    view: key(VIEW_BYTES),
  }),
)

/** By key id; the one in force comes first. */
export const verificationKeys: ReadonlyMap<number, GateKeys> = new Map([
  [passKeyId, { issuer: issuerPublicKey, view: viewKey }],
  ...readEarlier(process.env[NAME] ?? '[]'),
])

/** The same as guards' phones take them. */
export const passKeys: PassKeys[] = [...verificationKeys].map(([keyId, { issuer, view }]) => ({
  keyId,
  issuer: toHex(issuer),
  view: toHex(view),
}))

function readEarlier(text: string): [number, GateKeys][] {
  const earlier = v.safeParse(v.pipe(v.string(), v.parseJson(), earlierKeys), text)
  const ids = earlier.success ? [passKeyId, ...earlier.output.map(({ keyId }) => keyId)] : []
  if (!earlier.success || new Set(ids).size !== ids.length) {
    throw new Error(
      `The environment variable ${NAME} must be a JSON list of keyId (each once), issuer and view (base64).`,
    )
  }
  return earlier.output.map(({ keyId, issuer, view }) => [keyId, { issuer, view }])
}

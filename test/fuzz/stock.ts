/**
 * The genuine codes that the fuzzer changes: several holders, two of whom share a phone's key, one of whom has renewed the
 * credential; each code of the steps that a gate takes, and answers to challenges. All are admitted as they are.
 */
import { decodeDigits, deviceSigner, devicePublicKey as publicKeyOf } from '../../domain/pass'
import { emptySignature, mixedOrderKey, mixedOrderSigner, smallOrderKeys } from '../domain/pass/crafted'
import { bytes, codeOf, credentialOf, gate, holder, STEP, TODAY, verdictOf } from '../domain/pass/scene'

export type Code = {
  readonly text: string
  readonly bytes: Uint8Array
  /** The number that it answers, null for an ordinary code. */
  readonly challenge: number | null
}

const STEPS = [-2, -1, 0, 1]
const CHALLENGES = [0, 4711, 9999]

const secret = (byte: number) => new Uint8Array(32).fill(byte)
const people = [
  { secret: secret(1), holder: { serial: 1 } },
  { secret: secret(2), holder: { serial: 2, class: 2, expiryDay: TODAY, last4: '----', maskedName: 'J.S.' } },
  { secret: secret(3), holder: { serial: 16_777_215, expiryDay: 65_535 } },
  { secret: secret(3), holder: { serial: 4 } },
  { secret: secret(5), holder: { serial: 5 } },
  { secret: secret(5), holder: { serial: 5, expiryDay: TODAY + 90 } },
]

function code(text: string, challenge: number | null): Code {
  const decoded = decodeDigits(text)
  if (!decoded || verdictOf(text, { challenge }) !== 'admitted') {
    throw new Error('the stock holds a code that is not admitted')
  }
  return { text, bytes: decoded, challenge }
}

const phones = people.map((person) => ({
  of: credentialOf({ ...holder, ...person.holder }, { device: publicKeyOf(person.secret) }),
  sign: deviceSigner(person.secret),
}))

/** Codes that show the time. */
export const ordinary: readonly Code[] = phones.flatMap((phone) =>
  STEPS.map((steps) => code(codeOf({ ...phone, step: STEP + steps }), null)),
)

/** Codes that answer a challenge; the clock of the second phone is wrong. */
export const answers: readonly Code[] = phones.flatMap((phone, index) =>
  CHALLENGES.map((challenge) => code(codeOf({ ...phone, challenge, step: index === 1 ? 0 : STEP }), challenge)),
)

/** Codes whose device key the issuer has certified although no honest server would: never admitted as they are. */
export const crafted: readonly Uint8Array[] = [
  ...smallOrderKeys.map((key) => codeOf({ of: credentialOf({}, { device: bytes(key) }), sign: emptySignature })),
  ...STEPS.map((steps) =>
    codeOf({ of: credentialOf({}, { device: mixedOrderKey }), sign: mixedOrderSigner, step: STEP + steps }),
  ),
].map((text) => decodeDigits(text) ?? new Uint8Array())

const challengeOf = new Map([...ordinary, ...answers].map(({ text, challenge }) => [text, challenge]))

/** True when a gate that shows `challenge` must admit this text, blanks around it forgiven. */
export function isGenuine(text: string, challenge: number | null): boolean {
  const answered = challengeOf.get(text.trim())
  return answered !== undefined && (answered === null || answered === challenge)
}

const credentials = new Set([...ordinary, ...answers].map((each) => credentialName(each.bytes)))

/** True when the 114 bytes that the issuer vouches for are those of the stock. */
export function hasGenuineCredential(pass: Uint8Array): boolean {
  return credentials.has(credentialName(pass))
}

function credentialName(pass: Uint8Array): string {
  return String.fromCharCode((pass[0] ?? 0) & 0x7f, ...pass.subarray(1, 114))
}

/** A gate that lets in everybody who is genuine: it is open, its list is new, it has seen nobody. */
export const permissive = gate({ listAge: 0, seen: { get: () => undefined, set: () => undefined } })

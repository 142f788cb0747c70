/**
 * Showing the pass: the phone adds the time step and its own signature to the credential, needs no network, and makes a
 * new code every ten seconds. In challenge mode it also signs the four-digit number that the guard's phone shows; then time
 * is not checked, so a wrong clock turns nobody away.
 */
import { concatBytes, writeUint } from './bytes'
import type { Signer } from './device-key'
import { encodeDigits } from './digits'
import { CHALLENGE_BIT, CHALLENGE_BYTES, CREDENTIAL_BYTES, OFFSET, PASS_BYTES, SHOW_TAG, SUITE } from './layout'

export type ShowRequest = {
  /** 114 bytes from the server. */
  readonly credential: Uint8Array
  /** stepOf(the phone's corrected time). */
  readonly step: number
  /** The guard's number, 0 to 9999, or null when none was asked for. */
  readonly challenge: number | null
  /** Signs with the device key. */
  readonly sign: Signer
}

const CHALLENGES = 10_000

/** The text of the QR code: 442 digits. */
export function showPass({ credential, step, challenge, sign }: ShowRequest): string {
  const pass = new Uint8Array(PASS_BYTES)
  pass.set(credential.subarray(0, CREDENTIAL_BYTES))
  pass[0] = challenge === null ? SUITE : SUITE | CHALLENGE_BIT
  writeUint(pass, OFFSET.step, 4, step)
  pass.set(sign(showMessage(pass, challenge)), OFFSET.deviceSignature)
  return encodeDigits(pass)
}

/** What the device signs: bytes 0–117 and the challenge, which is not sent: both sides know it. */
export function showMessage(pass: Uint8Array, challenge: number | null): Uint8Array {
  const number = new Uint8Array(CHALLENGE_BYTES)
  writeUint(number, 0, CHALLENGE_BYTES, challenge ?? 0)
  return concatBytes(SHOW_TAG, pass.subarray(0, OFFSET.deviceSignature), number)
}

/** The four-digit challenge of random bytes (at least 4); the bias of the division is below one in 400,000. */
export function challengeFrom(random: Uint8Array): number {
  return random.subarray(0, 4).reduce((value, byte) => value * 256 + byte, 0) % CHALLENGES
}

/** True for a number that can be a challenge. */
export function isChallenge(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value < CHALLENGES
}

/**
 * The first half of a decision: whether a text is a pass and genuine. It needs keys and nothing else: no time, no list, no
 * place. What comes out is vouched for by the university (who) and by the phone (now, or in answer to a number).
 */
import { readUint } from './bytes'
import { decodeDigits } from './digits'
import type { Holder } from './holder'
import { CHALLENGE_BIT, CREDENTIAL_BYTES, OFFSET, PASS_BYTES, STEP_BYTES, SUITE } from './layout'
import { showMessage } from './show'
import { type VerifyKey, verifySignature } from './signature'
import type { GateKeys, VerifiedCredentials } from './verified'

export type OpenContext = {
  readonly keys: ReadonlyMap<number, GateKeys>
  /** The number now on the guard's screen, or null. */
  readonly challenge: number | null
  /** Remembered credentials; changed by what is opened. */
  readonly verified: VerifiedCredentials
}

export type GenuinePass = {
  readonly holder: Holder
  readonly step: number
  /** True when the code is an answer to a challenge. */
  readonly answering: boolean
}

/** Why a text is no genuine pass. */
export type NotGenuine = { readonly verdict: 'malformed' | 'unknown_key' | 'forged'; readonly answering?: boolean }

type Pass = { keyId: number; answering: boolean; step: number; bytes: Uint8Array; credential: Uint8Array }

/**
 * Reads and verifies a pass.
 * @param text what the scanner read; blanks around it are forgiven (hand scanners end with Enter)
 */
export function openPass(text: string, { keys, challenge, verified }: OpenContext): GenuinePass | NotGenuine {
  const pass = readPass(text)
  if (!pass) {
    return { verdict: 'malformed' }
  }
  const pair = keys.get(pass.keyId)
  if (!pair) {
    return { verdict: 'unknown_key' }
  }
  const credential = verified.verify(pass.credential, pair)
  if (typeof credential === 'string') {
    return { verdict: credential }
  }
  const { answering, step } = pass
  if (!isShownByDevice(pass, credential.device, challenge)) {
    return { verdict: 'forged', answering }
  }
  return { holder: credential.holder, step, answering }
}

function readPass(text: string): Pass | null {
  const bytes = decodeDigits(text.trim())
  if (bytes?.length !== PASS_BYTES) {
    return null
  }
  const first = readUint(bytes, 0, 1)
  if ((first & ~CHALLENGE_BIT) !== SUITE) {
    return null
  }
  const credential = bytes.slice(0, CREDENTIAL_BYTES)
  credential[0] = SUITE
  const answering = (first & CHALLENGE_BIT) !== 0
  const step = readUint(bytes, OFFSET.step, STEP_BYTES)
  return { keyId: readUint(bytes, OFFSET.keyId, 1), answering, step, bytes, credential }
}

// An answer when no number is asked for cannot be verified, since the number is not sent: the decision refuses it as `replayed`.
function isShownByDevice(pass: Pass, device: VerifyKey, challenge: number | null): boolean {
  if (pass.answering && challenge === null) {
    return true
  }
  const message = showMessage(pass.bytes, pass.answering ? challenge : null)
  return verifySignature(device, message, pass.bytes.subarray(OFFSET.deviceSignature))
}

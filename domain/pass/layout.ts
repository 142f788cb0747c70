/**
 * Where things stand in a pass: suite 0x12, 182 bytes, big-endian. Two signatures: the university vouches for the holder
 * and the phone's key (the credential, bytes 0–113, lives up to 90 days), the phone vouches for this moment (byte 114 on).
 *
 *   0    1  suite 0x12; bit 7 set = answer to a guard's challenge
 *   1    1  key id: names the issuer key and the view key
 *   2   16  holder block, AES-128 under the view key (holder.ts)
 *  18   32  device public key, Ed25519
 *  50   64  issuer signature over CREDENTIAL_TAG ‖ bytes 0–49, bit 7 of byte 0 clear
 * 114    4  time step = floor(unix seconds / 10)
 * 118   64  device signature over SHOW_TAG ‖ bytes 0–117 ‖ challenge (2 bytes, 0 when none; not sent)
 *
 * A change to any of this is a new suite. test/vectors/pass.json pins it, docs/gate-check.md explains it to others.
 */
import { utf8Encode } from './utf8'

export const SUITE = 0x12
/** Bit 7 of byte 0. */
export const CHALLENGE_BIT = 0x80

export const OFFSET = { keyId: 1, holder: 2, device: 18, issuerSignature: 50, step: 114, deviceSignature: 118 } as const

export const HOLDER_BYTES = 16
export const PUBLIC_KEY_BYTES = 32
export const SIGNATURE_BYTES = 64
export const STEP_BYTES = 4
export const CHALLENGE_BYTES = 2
/** Bytes 0–113, what the server issues. */
export const CREDENTIAL_BYTES = OFFSET.step
export const PASS_BYTES = 182
export const PASS_DIGITS = 442

// Each signature names its purpose, so neither can be taken for the other or for a signature of another protocol.
export const CREDENTIAL_TAG = utf8Encode('alumni-ecard/pass/1/credential\0')
export const SHOW_TAG = utf8Encode('alumni-ecard/pass/1/show\0')

/** What the pass lets in; further classes are a matter of policy. One byte. */
export const passClass = { alumnus: 1, visitor: 2 } as const

/**
 * The pass as a QR code (ISO/IEC 18004): numeric mode, version 8, error correction L, four modules of quiet zone. Version 8-L
 * holds 461 digits but only 279 letters or 192 bytes, so 442 digits fit in no other mode: a wrong mode cannot go unnoticed.
 * L is right for a screen, which is never torn or stained, and keeps the modules large.
 */
import { encode } from 'uqr'
import { PASS_DIGITS } from './layout'

const VERSION = 8
/**
 * One of the eight masks, always the same. Trying all and scoring them is two thirds of the work of a code, which a phone does
 * every ten seconds without a JIT. Masks help regular data; a pass is as good as random: over 60 codes, blurred to the edge of
 * what can be read, no mask was worse than the scored choice by more than chance, and this one was read most often.
 */
const MASK = 1
export const QUIET_ZONE = 4

export type QrMatrix = {
  /** Modules along one side, quiet zone included: 57. */
  readonly size: number
  /** Rows of modules, true = dark. */
  readonly rows: readonly (readonly boolean[])[]
}

const isPassText = new RegExp(`^[0-9]{${PASS_DIGITS}}$`)

/** The matrix of a pass text, or null when the text is not 442 digits. */
export function passMatrix(text: string): QrMatrix | null {
  if (!isPassText.test(text)) {
    return null
  }
  const options = {
    ecc: 'L',
    boostEcc: false,
    minVersion: VERSION,
    maxVersion: VERSION,
    maskPattern: MASK,
    border: QUIET_ZONE,
  } as const
  const { size, data } = encode(text, options)
  return { size, rows: data }
}

/** What the mutations share: where the fields stand, and ways to change bytes and texts of a code from the stock. */
import { encodeDigits } from '../../domain/pass'
import { bytes } from '../domain/pass/scene'
import type { Chance } from './chance'
import { answers, type Code, ordinary } from './stock'

/** A text and the number on the gate's screen. */
export type Scan = { text: string; challenge: number | null }
export type Mutation = {
  readonly name: string
  /** Share of the run, in parts of the sum of all. */
  readonly weight: number
  readonly make: (chance: Chance) => Scan
}

export const CREDENTIAL = { from: 2, to: 114 }
export const ISSUER_S = { from: 82, to: 114 }
export const DEVICE_KEY = { from: 18, to: 50 }
export const STEP = { from: 114, to: 118 }
export const DEVICE_SIGNATURE = { from: 118, to: 182 }
export const DEVICE_S = { from: 150, to: 182 }

export const GROUP_ORDER = 2n ** 252n + 27742317777372353535851937790883648493n

export const codes: readonly Code[] = [...ordinary, ...answers]
export const scan = (data: Uint8Array, challenge: number | null): Scan => ({ text: encodeDigits(data), challenge })

/** A change of the bytes of any code, at a gate that shows the number which the code answers. */
export const onBytes = (change: (pass: Uint8Array, chance: Chance) => void) => (chance: Chance) => {
  const { bytes: genuine, challenge } = chance.of(codes)
  const pass = genuine.slice()
  change(pass, chance)
  return scan(pass, challenge)
}

export const onText = (change: (text: string, chance: Chance) => string) => (chance: Chance) => {
  const { text, challenge } = chance.of(codes)
  return { text: change(text, chance), challenge }
}

export function flip(pass: Uint8Array, chance: Chance, from: number, to: number): void {
  const bit = from * 8 + chance.below((to - from) * 8)
  pass[bit >> 3]! ^= 1 << (bit & 7)
}

export function write(pass: Uint8Array, chance: Chance, from: number, to: number): void {
  const start = from + chance.below(to - from)
  const length = 1 + chance.below(to - start)
  pass.set(chance.bytes(length), start)
}

export const little = (data: Uint8Array) => BigInt(`0x${Buffer.from(data).reverse().toString('hex')}`)
export const littleBytes = (value: bigint) => bytes(value.toString(16).padStart(64, '0')).reverse()

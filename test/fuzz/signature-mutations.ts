/** Changes that only a signature gives away: what a forger makes of genuine codes. */
import { CHALLENGE_BIT } from '../../domain/pass/layout'
import { smallOrderKeys } from '../domain/pass/crafted'
import { bytes } from '../domain/pass/scene'
import {
  codes,
  DEVICE_KEY,
  DEVICE_S,
  DEVICE_SIGNATURE,
  flip,
  GROUP_ORDER,
  ISSUER_S,
  little,
  littleBytes,
  type Mutation,
  onBytes,
  onText,
  STEP,
  scan,
  write,
} from './change'
import { answers, crafted } from './stock'

const FIELDS = [
  { from: 2, to: 18 },
  DEVICE_KEY,
  { from: 50, to: 114 },
  { from: 50, to: 82 },
  ISSUER_S,
  STEP,
  DEVICE_SIGNATURE,
  { from: 118, to: 150 },
  DEVICE_S,
  { from: 2, to: 114 },
  { from: 114, to: 182 },
]

export const signatureMutations: readonly Mutation[] = [
  { name: 'one bit', weight: 6, make: onBytes((pass, chance) => flip(pass, chance, 2, 182)) },
  {
    name: 'two to nine bits',
    weight: 4,
    make: onBytes((pass, chance) => {
      for (let left = 2 + chance.below(8); left > 0; left--) {
        flip(pass, chance, 2, 182)
      }
    }),
  },
  { name: 'bytes written', weight: 4, make: onBytes((pass, chance) => write(pass, chance, 2, 182)) },
  {
    name: 'digits edited',
    weight: 6,
    make: onText((text, chance) => {
      let changed = text
      for (let left = 1 + chance.below(3); left > 0; left--) {
        const at = chance.below(442)
        changed = changed.slice(0, at) + chance.below(10) + changed.slice(at + 1)
      }
      return changed
    }),
  },
  {
    name: 'fields of another code',
    weight: 10,
    make: onBytes((pass, chance) => {
      const other = chance.of(codes).bytes
      for (let left = 1 + chance.below(3); left > 0; left--) {
        const { from, to } = chance.of(FIELDS)
        pass.set(other.subarray(from, to), from)
      }
    }),
  },
  {
    name: 'bytes swapped with another code',
    weight: 6,
    make: onBytes((pass, chance) => {
      const other = chance.of(codes).bytes
      const from = 2 + chance.below(180)
      pass.set(other.subarray(from, from + 1 + chance.below(182 - from)), from)
    }),
  },
  {
    name: 'step and signature of the device',
    weight: 5,
    make: onBytes((pass, chance) => flip(pass, chance, 114, 182)),
  },
  {
    name: 'the signature turned round',
    weight: 3,
    make: onBytes((pass, chance) => {
      const { from, to } = chance.of([ISSUER_S, DEVICE_S])
      if (chance.below(2) === 0) {
        pass.set(littleBytes(GROUP_ORDER - little(pass.subarray(from, to))), from)
      } else {
        pass[from - 1]! ^= 0x80 // the sign of R
      }
    }),
  },
  {
    name: 'a key of small order',
    weight: 3,
    make: onBytes((pass, chance) => {
      pass.set(bytes(chance.of(smallOrderKeys)), chance.of([DEVICE_KEY.from, 50, 118]))
      if (chance.below(2) === 0) {
        pass.set([1, ...new Uint8Array(63)], DEVICE_SIGNATURE.from)
      }
    }),
  },
  {
    name: 'a certified key of small or mixed order',
    weight: 3,
    make: (chance) => {
      const pass = chance.of(crafted).slice()
      if (chance.below(2) === 0) {
        pass.set(chance.bytes(2), STEP.from + 2)
        pass.set(bytes(chance.of(smallOrderKeys)), DEVICE_SIGNATURE.from)
        pass[DEVICE_S.from] = chance.below(256)
      }
      return scan(pass, null)
    },
  },
  {
    name: 'an answer to another number',
    weight: 3,
    make: (chance) => ({ text: chance.of(answers).text, challenge: chance.below(10_000) }),
  },
  {
    name: 'an ordinary code as an answer, an answer as an ordinary code',
    weight: 3,
    make: (chance) => {
      const { bytes: genuine, challenge } = chance.of(codes)
      const pass = genuine.slice()
      pass[0]! ^= CHALLENGE_BIT
      return scan(pass, challenge ?? chance.below(10_000))
    },
  },
]

/** Changes that a byte gives away before the curve is touched: cheap, so they can be very many. */

import { CHALLENGE_BIT, SUITE } from '../../domain/pass/layout'
import type { Chance } from './chance'
import {
  CREDENTIAL,
  codes,
  DEVICE_S,
  DEVICE_SIGNATURE,
  GROUP_ORDER,
  ISSUER_S,
  little,
  littleBytes,
  type Mutation,
  onBytes,
  STEP,
  scan,
  write,
} from './change'

// s + L still satisfies the equation; beyond 8 L it no longer fits into 32 bytes. Or any number above L.
function enlarge(pass: Uint8Array, chance: Chance, { from, to }: { from: number; to: number }): void {
  if (chance.below(2) === 0) {
    pass.set(littleBytes(little(pass.subarray(from, to)) + GROUP_ORDER * BigInt(1 + chance.below(7))), from)
  } else {
    pass.set(chance.bytes(31), from)
    pass[to - 1] = 0x20 + chance.below(0xe0)
  }
}

export const headMutations: readonly Mutation[] = [
  {
    name: 'another suite',
    weight: 150,
    make: onBytes((pass, chance) => {
      pass[0] = chance.below(256)
      if (pass[0] !== SUITE) {
        write(pass, chance, 1, 182)
      }
    }),
  },
  {
    name: 'another key id',
    weight: 120,
    make: onBytes((pass, chance) => {
      pass[1] = chance.below(256)
      write(pass, chance, CREDENTIAL.from, DEVICE_SIGNATURE.to)
    }),
  },
  {
    name: 'an answer that nobody waits for',
    weight: 120,
    make: (chance) => {
      const pass = chance.of(codes).bytes.slice()
      pass[0] = SUITE | CHALLENGE_BIT
      if (chance.below(2) === 0) {
        write(pass, chance, STEP.from, DEVICE_SIGNATURE.to)
      }
      return scan(pass, null)
    },
  },
  {
    name: 's of the device beyond the group order',
    weight: 130,
    make: onBytes((pass, chance) => enlarge(pass, chance, DEVICE_S)),
  },
  {
    name: 's of the issuer beyond the group order',
    weight: 120,
    make: onBytes((pass, chance) => {
      enlarge(pass, chance, ISSUER_S)
      if (chance.below(2) === 0) {
        write(pass, chance, CREDENTIAL.from, ISSUER_S.from)
      }
    }),
  },
]

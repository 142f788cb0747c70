/** Changes of the text: what torn screens, bad scanners and keyboards make of it. Ended by the text alone. */
import type { Chance } from './chance'
import { codes, type Mutation, onText } from './change'

/** What seven bytes hold. */
const ROOM = 2n ** 56n
// What scanners and keyboards put in the place of digits; none is an ASCII digit.
const STRANGE = ['x', ' ', '-', '.', '+', '\n', '\0', 'O', 'l', '٣', '３', '三', '𝟑', '\u200b', 'e', '%']

export const textMutations: readonly Mutation[] = [
  { name: 'cut', weight: 60, make: onText((text, chance) => text.slice(chance.below(221), 221 + chance.below(221))) },
  {
    name: 'characters lost or doubled',
    weight: 60,
    make: onText((text, chance) => {
      const at = chance.below(442)
      const length = 1 + chance.below(20)
      return chance.below(2) === 0
        ? text.slice(0, at) + text.slice(at + length)
        : text.slice(0, at + length) + text.slice(at)
    }),
  },
  {
    name: 'a strange character',
    weight: 60,
    make: onText((text, chance) => {
      const at = chance.below(442)
      return text.slice(0, at) + chance.of(STRANGE) + text.slice(at + chance.below(2))
    }),
  },
  {
    name: 'a group of 2^56 or more',
    weight: 60,
    make: onText((text, chance) => {
      const at = chance.below(26) * 17
      return text.slice(0, at) + tooLarge(text.slice(at, at + 17), chance) + text.slice(at + 17)
    }),
  },
  {
    name: 'two texts joined',
    weight: 20,
    make: (chance) => {
      const at = chance.below(443)
      const { text, challenge } = chance.of(codes)
      return { text: text.slice(0, at) + chance.of(codes).text.slice(chance.below(443)), challenge }
    },
  },
]

// The same seven bytes to a reader that drops what does not fit, or any number out of range.
function tooLarge(group: string, chance: Chance): string {
  const same = BigInt(group) + ROOM
  if (same < 10n ** 17n && chance.below(2) === 0) {
    return String(same)
  }
  return String(72_057_594 + chance.below(27_942_406)) + chance.below(10) + (37_927_936 + chance.below(62_072_064))
}

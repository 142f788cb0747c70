/** Splits an E.164 number into country code and national number, by the ITU list of one- and two-digit codes. */

const TWO_DIGITS = new Set(
  '20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 63 64 65 66 81 82 84 86 90 91 92 93 94 95 98'.split(
    ' ',
  ),
)

/** `+8613800000000` → `{ country: '86', national: '13800000000' }`; a number without `+` is taken for Chinese. */
export const splitNumber = (number: string): { country: string; national: string } => {
  if (!number.startsWith('+')) return { country: '86', national: number }
  const digits = number.slice(1)
  const length = /^[17]/.test(digits) ? 1 : TWO_DIGITS.has(digits.slice(0, 2)) ? 2 : 3
  return { country: digits.slice(0, length), national: digits.slice(length) }
}

/**
 * A phone number in its two fields, country code and number, and back. ITU-T E.164 assigns codes of one, two or three
 * digits; which length a number's code has follows from its first digits.
 */

export type PhoneParts = { code: string; number: string }

export const HOME_CODE = '86'

const ONE_DIGIT = ['1', '7']
const TWO_DIGITS =
  '20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 63 64 65 66 81 82 84 86 90 91 92 93 94 95 98'.split(
    ' ',
  )
const THREE = 3

/** Parts of an E.164 number; anything else becomes the number with the home code. */
export function splitPhone(phone: string): PhoneParts {
  const match = /^\+(\d+)$/.exec(phone)
  const digits = match?.[1]
  if (!digits) {
    return { code: HOME_CODE, number: phone }
  }
  const length = ONE_DIGIT.includes(digits.slice(0, 1)) ? 1 : TWO_DIGITS.includes(digits.slice(0, 2)) ? 2 : THREE
  return { code: digits.slice(0, length), number: digits.slice(length) }
}

/** One number from its parts, '' when nothing was typed; a number typed with its own + is taken as it is. */
export function joinPhone({ code, number }: PhoneParts): string {
  const compact = number.replace(/[\s()-]/g, '')
  if (compact === '' || compact.startsWith('+')) {
    return compact
  }
  return `+${code.replace(/\D/g, '')}${compact}`
}

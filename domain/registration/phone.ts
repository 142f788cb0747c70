/**
 * Phone numbers, E.164: "+", country code, number. Mainland numbers are checked in full because the result of the review is
 * sent there; others by length only, since every country numbers as it likes. Source: ITU-T E.164; notice III.4 (SMS).
 */
import type { FieldCode } from './form'

const E164 = /^\+[1-9]\d{6,14}$/
const MAINLAND = /^\+861[3-9]\d{9}$/

/** How often a day an account may have WeChat's word for its number exchanged; a form needs one. */
export const MOST_EXCHANGES = 10

/** Puts blanks, hyphens and brackets away; eleven digits of a mainland mobile get their +86. */
export function normalisePhone(text: string): string {
  const compact = text.replace(/[\s()\-–]/g, '').replace(/^00/, '+')
  return /^1[3-9]\d{9}$/.test(compact) ? `+86${compact}` : compact
}

/** What is wrong with a phone number, or null. */
export function checkPhone(text: string): FieldCode | null {
  const phone = normalisePhone(text)
  if (phone === '' || phone === '+') {
    return 'required'
  }
  if (phone.startsWith('+86')) {
    return MAINLAND.test(phone) ? null : 'phone_shape'
  }
  return E164.test(phone) ? null : 'phone_shape'
}

/** For screens: everything but the country code and the last four digits is hidden, "+86 ··· 5678". */
export function maskPhone(phone: string): string {
  const country = phone.startsWith('+86') ? '+86' : phone.slice(0, 3)
  return `${country} ··· ${phone.slice(-4)}`
}

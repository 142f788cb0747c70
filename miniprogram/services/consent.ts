/** What this person has agreed to on this phone: the versions of the two texts. An older version is asked again. */
import { university } from '../lib/domain'

const KEY = 'consent'
/** The consent that the office has on record, as far as this phone knows. */
const RECORDED = 'consent.recorded'

export type Consent = { privacy: string; document: string }

/** The consent to the texts of today, or null. */
export function readConsent(): Consent | null {
  return ofToday(KEY)
}

/** Keeps the consent to both texts of today. */
export function keepConsent(): void {
  keep(KEY)
}

/** Whether the office is known to have the consent to the texts of today on record. */
export function isRecorded(): boolean {
  return ofToday(RECORDED) !== null
}

/** Keeps that the office has it on record, on which phone ever it was given. */
export function keepRecorded(): void {
  keep(KEY)
  keep(RECORDED)
}

function ofToday(key: string): Consent | null {
  const { privacy, document } = university.consent
  const stored: unknown = wx.getStorageSync(key)
  return isConsent(stored) && stored.privacy === privacy && stored.document === document ? stored : null
}

function keep(key: string): void {
  const { privacy, document } = university.consent
  wx.setStorageSync(key, { privacy, document } satisfies Consent)
}

function isConsent(value: unknown): value is Consent {
  return typeof value === 'object' && value !== null && 'privacy' in value && 'document' in value
}

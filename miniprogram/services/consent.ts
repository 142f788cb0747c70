/** What this person has agreed to on this phone: the versions of the two texts. An older version is asked again. */
import { university } from '../lib/domain'

const KEY = 'consent'

export type Consent = { privacy: string; document: string }

/** The consent to the texts of today, or null. */
export function readConsent(): Consent | null {
  const { privacy, document } = university.consent
  const stored: unknown = wx.getStorageSync(KEY)
  return isConsent(stored) && stored.privacy === privacy && stored.document === document ? stored : null
}

/** Keeps the consent to both texts of today. */
export function keepConsent(): void {
  const { privacy, document } = university.consent
  wx.setStorageSync(KEY, { privacy, document } satisfies Consent)
}

function isConsent(value: unknown): value is Consent {
  return typeof value === 'object' && value !== null && 'privacy' in value && 'document' in value
}

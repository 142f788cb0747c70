/**
 * The registration form as it is kept between two visits: everything but the ID number, which is never written to the
 * phone's storage (product "Registration"). `withoutNumber` is the only way in.
 */
import { type ApplicationForm, DRAFT_PHOTO_LIFETIME, type Instant } from '../lib/domain'
import { now } from './clock'

const KEY = 'draft'

/** What is stored: a form whose document number is empty, the step that was open, and what it amends ('' for a new one). */
export type Draft = { form: ApplicationForm; step: number; amends: string }

/** `photosFrom`: since when its oldest photo is kept; the server deletes what is not handed in. */
type Kept = Draft & { photosFrom?: Instant }

/** The stored draft of a new application ('') or of the amendment of one, or null. */
export function readDraft(amends = ''): Draft | null {
  const stored = read()
  if (stored?.amends !== amends) {
    return null
  }
  const { form, step, photosFrom = 0 } = stored
  const isTooOld = photosFrom < now() - DRAFT_PHOTO_LIFETIME
  return { form: isTooOld ? { ...form, portrait: '', proof: '' } : form, step, amends }
}

/** True when a new application was begun and not handed in. */
export function hasDraft(): boolean {
  return readDraft() !== null
}

/** Stores the form without its document number. */
export function keepDraft({ form, step, amends }: Draft): void {
  wx.setStorageSync(KEY, { form: withoutNumber(form), step, amends, photosFrom: photosFrom(form) } satisfies Kept)
}

// A draft that still holds a photo is as old as that photo.
function photosFrom({ portrait, proof }: ApplicationForm): Instant {
  const before = read()
  const photos = [portrait, proof].filter((photo) => photo !== '')
  const isKept = [before?.form.portrait, before?.form.proof].some((photo) => photo && photos.includes(photo))
  return isKept ? (before?.photosFrom ?? now()) : now()
}

function read(): Kept | null {
  const stored: unknown = wx.getStorageSync(KEY)
  return isDraft(stored) ? stored : null
}

/** Forgets the draft: it was submitted. */
export function forgetDraft(): void {
  wx.removeStorageSync(KEY)
}

/** The form with its document number taken out. */
export function withoutNumber(form: ApplicationForm): ApplicationForm {
  return { ...form, document: { ...form.document, number: '' } }
}

function isDraft(value: unknown): value is Kept {
  return typeof value === 'object' && value !== null && 'form' in value && 'step' in value && 'amends' in value
}

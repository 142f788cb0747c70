/**
 * The registration form as it is kept between two visits: everything but the ID number, which is never written to the
 * phone's storage (product "Registration"). `withoutNumber` is the only way in.
 */
import type { ApplicationForm } from '../lib/domain'

const KEY = 'draft'

/** What is stored: a form whose document number is empty, the step that was open, and what it amends ('' for a new one). */
export type Draft = { form: ApplicationForm; step: number; amends: string }

/** The stored draft of a new application ('') or of the amendment of one, or null. */
export function readDraft(amends = ''): Draft | null {
  const stored: unknown = wx.getStorageSync(KEY)
  return isDraft(stored) && stored.amends === amends ? stored : null
}

/** True when a new application was begun and not handed in. */
export function hasDraft(): boolean {
  return readDraft() !== null
}

/** Stores the form without its document number. */
export function keepDraft({ form, step, amends }: Draft): void {
  wx.setStorageSync(KEY, { form: withoutNumber(form), step, amends })
}

/** Forgets the draft: it was submitted. */
export function forgetDraft(): void {
  wx.removeStorageSync(KEY)
}

/** The form with its document number taken out. */
export function withoutNumber(form: ApplicationForm): ApplicationForm {
  return { ...form, document: { ...form.document, number: '' } }
}

function isDraft(value: unknown): value is Draft {
  return typeof value === 'object' && value !== null && 'form' in value && 'step' in value && 'amends' in value
}

/** Hands on a phone: tap what is visible, type into a field, turn a wheel. Pages below the top one stay hidden in the DOM. */
import type { Frame, Locator, Page } from 'playwright-core'

/** A phone in a page of its own, or one of the three on the desk. */
export type Phone = Page | Frame

/** The visible element with exactly this text. */
export function seen(phone: Phone, text: string | RegExp): Locator {
  return phone.getByText(text, typeof text === 'string' ? { exact: true } : {}).locator('visible=true')
}

/** Waits for a text and taps it. */
export async function tap(phone: Phone, text: string | RegExp): Promise<void> {
  await seen(phone, text).last().click()
}

/** Types into the field with this label, replacing what is there, and leaves it. */
export async function type(phone: Phone, label: string, text: string): Promise<void> {
  const field = phone
    .locator(`input[aria-label="${label}"], textarea[aria-label="${label}"]`)
    .locator('visible=true')
    .last()
  await field.fill(text)
  await field.blur()
}

/** Opens the picker under a label, turns its wheel to `row` and confirms. */
export async function pick(phone: Phone, label: string, row: string, confirm: string): Promise<void> {
  await phone.locator(`wx-picker[aria-label^="${label}"]`).locator('visible=true').last().click()
  const sheet = phone.locator('.host-sheet')
  await sheet
    .locator('li', { hasText: new RegExp(`^${row}`) })
    .first()
    .click()
  await sheet.locator('li[aria-selected="true"]', { hasText: new RegExp(`^${row}`) }).waitFor()
  await sheet.getByText(confirm, { exact: true }).click()
  await sheet.waitFor({ state: 'detached' })
}

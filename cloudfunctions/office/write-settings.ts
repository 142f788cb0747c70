/**
 * Changing the policies. A changed calendar moves the applications that wait for the next review to the review that is next
 * now, so nobody is promised a Thursday that has become a holiday.
 */
import type { OfficeInput, Settings } from '../../domain/office/api'
import { ok, refuse } from '../../domain/result'
import { nextReview } from '../../domain/review/calendar'
import { type Instant, isDay } from '../../domain/time/shanghai'
import { recordAction } from '../_kit/audit'
import { above } from '../_kit/conditions'
import type { SettingsRecord } from '../_kit/records'
import type { Call } from '../_kit/serve'
import { calendarOf, OFFICE } from '../_kit/settings'
import { updateWhere } from '../_kit/store'
import { change } from '../_kit/transaction'
import type { Answer } from './answer'

export async function writeSettings({ settings }: OfficeInput<'writeSettings'>, call: Call): Answer<'writeSettings'> {
  const errors = checkClosures(settings.closures)
  if (Object.keys(errors).length > 0) {
    return refuse('settings_invalid', errors)
  }
  const before = await change(async (transaction) => {
    const stored = await transaction.get('settings', OFFICE)
    await transaction.update('settings', OFFICE, settings)
    await recordAction(transaction, call, 'office.writeSettings', OFFICE)
    return stored
  })
  if (before) {
    await reschedule(before, settings, call.now)
  }
  return ok({ settings })
}

/** Errors by field: `day` when there is no such day, `order` when a closure ends before it begins. */
function checkClosures(closures: Settings['closures']): Record<string, string> {
  const errors: Record<string, string> = {}
  for (const [index, { from, to }] of closures.entries()) {
    if (!isDay(from) || !isDay(to)) {
      errors[`closures.${index}`] = 'day'
    } else if (to < from) {
      errors[`closures.${index}`] = 'order'
    }
  }
  return errors
}

async function reschedule(before: SettingsRecord, after: Settings, now: Instant) {
  const old = nextReview(now, calendarOf(before))
  const next = nextReview(now, calendarOf(after))
  if (!next || (old?.day === next.day && old.cutOff === next.cutOff)) {
    return
  }
  const waiting = { status: 'submitted', verdict: 'undecided', reviewFrom: above(now) } as const
  await updateWhere('applications', waiting, { round: next.day, reviewFrom: next.cutOff })
}

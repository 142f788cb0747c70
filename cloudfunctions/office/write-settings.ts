/**
 * Changing the policies. Of two who save what they read at the same time the second is told. A changed calendar moves
 * the applications that wait to the review that is next now, so nobody is promised a Thursday that has become a
 * holiday; should this function die in between, the review's timer moves them.
 */
import type { OfficeInput, Settings } from '../../domain/office/api'
import { checkClosures } from '../../domain/office/settings-api'
import { ok, refuse } from '../../domain/result'
import { dueReview } from '../../domain/review/calendar'
import { type Instant, isDay } from '../../domain/time/shanghai'
import { recordAction } from '../_kit/audit'
import type { SettingsRecord } from '../_kit/records/office'
import type { Call } from '../_kit/serve'
import { calendarOf, OFFICE } from '../_kit/settings'
import { type Transaction, transact } from '../_kit/transaction'
import { alignWaiting } from '../_kit/waiting'
import type { Answer } from './answer'
import { settingsOf } from './read-settings'

export async function writeSettings(
  { settings, version }: OfficeInput<'writeSettings'>,
  call: Call,
): Answer<'writeSettings'> {
  const errors = checkClosures(settings.closures, isDay)
  if (Object.keys(errors).length > 0) {
    return refuse('settings_invalid', errors)
  }
  const saved = await transact(async (transaction) => {
    const stored = await transaction.get('settings', OFFICE)
    if (!stored || (stored.version ?? 1) !== version) {
      return refuse('settings_changed')
    }
    const round = await roundTakenAway(transaction, stored, settings, call.now)
    if (round) {
      return refuse('settings_round_closing', { round })
    }
    const next = version + 1
    await transaction.update('settings', OFFICE, { ...settings, version: next })
    await recordAction(transaction, call, 'office.writeSettings', OFFICE, { version: next })
    return ok({ settings: settingsOf({ ...stored, ...settings }), version: next })
  })
  if (!saved.ok) {
    return saved
  }
  const moved = await alignWaiting(calendarOf(settings), call.now)
  return ok({ ...saved.value, moved })
}

/**
 * The round that is being closed, when it is not due by the changed calendar any more: its closing would have no end.
 */
async function roundTakenAway(transaction: Transaction, stored: SettingsRecord, settings: Settings, now: Instant) {
  const due = dueReview(now, calendarOf(stored), stored.lastClosedRound)
  if (!due || dueReview(now, calendarOf(settings), stored.lastClosedRound)?.day === due.day) {
    return null
  }
  return (await transaction.get('rounds', due.day))?.state === 'closing' ? due.day : null
}

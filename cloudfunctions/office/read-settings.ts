/** The policies that staff may change, as they stand, and what another calendar would change. */
import { DEFAULT_SENDING_HOURS } from '../../domain/notifications/channels'
import type { OfficeInput, OfficeRequest, Settings } from '../../domain/office/api'
import { policiesOf } from '../../domain/office/policies'
import { checkClosures } from '../../domain/office/settings-api'
import { ok, refuse } from '../../domain/result'
import { compareCalendars } from '../../domain/review/calendar'
import { isDay } from '../../domain/time/shanghai'
import type { SettingsRecord } from '../_kit/records/office'
import type { Call } from '../_kit/serve'
import { calendarOf, loadSettings } from '../_kit/settings'
import { countMoving } from '../_kit/waiting'
import type { Answer } from './answer'

export async function readSettings(_: OfficeRequest<'readSettings'>): Answer<'readSettings'> {
  const stored = await storedSettings()
  return ok({ settings: settingsOf(stored), version: stored.version ?? 1, lastClosedRound: stored.lastClosedRound })
}

/** Before saving: which review days fall away or are added, and how many who wait would move. */
export async function previewSettings(
  { calendar }: OfficeInput<'previewSettings'>,
  { now }: Call,
): Answer<'previewSettings'> {
  const errors = checkClosures(calendar.closures, isDay)
  if (Object.keys(errors).length > 0) {
    return refuse('settings_invalid', errors)
  }
  const change = compareCalendars(now, calendarOf(await storedSettings()), calendarOf(calendar))
  return ok({ ...change, moving: await countMoving(change.after, now) })
}

async function storedSettings(): Promise<SettingsRecord> {
  const stored = await loadSettings()
  if (!stored) {
    throw new Error('There is staff but there are no settings.') // both begin with the first admin
  }
  return stored
}

/** The part of the stored settings that staff may change. */
export function settingsOf(stored: SettingsRecord): Settings {
  const { closures, cutOff, sendingHours = DEFAULT_SENDING_HOURS } = stored
  return { closures, cutOff, ...policiesOf(stored), sendingHours }
}

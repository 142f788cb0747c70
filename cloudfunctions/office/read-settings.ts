/** The policies that staff may change, as they stand. */
import { DEFAULT_SENDING_HOURS } from '../../domain/notifications/channels'
import type { OfficeRequest, Settings } from '../../domain/office/api'
import { ok } from '../../domain/result'
import type { SettingsRecord } from '../_kit/records'
import { loadSettings } from '../_kit/settings'
import type { Answer } from './answer'

export async function readSettings(_: OfficeRequest<'readSettings'>): Answer<'readSettings'> {
  const stored = await loadSettings()
  if (!stored) {
    throw new Error('There is staff but there are no settings.') // both begin with the first admin
  }
  return ok({ settings: settingsOf(stored), lastClosedRound: stored.lastClosedRound })
}

/** The part of the stored settings that staff may change. */
export function settingsOf(stored: SettingsRecord): Settings {
  const { closures, cutOff, validityYears, maxListAgeHours, companions, sendingHours } = stored
  return {
    closures,
    cutOff,
    validityYears,
    maxListAgeHours,
    companions: companions ?? 0,
    sendingHours: sendingHours ?? DEFAULT_SENDING_HOURS,
  }
}

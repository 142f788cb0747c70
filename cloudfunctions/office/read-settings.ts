/** The policies that staff may change, as they stand. */
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
export function settingsOf({ closures, cutOff, validityYears, maxListAgeHours, companions }: SettingsRecord): Settings {
  return { closures, cutOff, validityYears, maxListAgeHours, companions: companions ?? 0 }
}

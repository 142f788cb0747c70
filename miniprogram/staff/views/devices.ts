/** Turnstiles and hand scanners in words. */
import { sayDate } from '../../i18n/dates'
import { fill } from '../../i18n/fill'
import { type DeviceView, dayOf, type Language, university } from '../../lib/domain'
import { words } from '../words'
import { pointName } from './scans'

/** The points where a device can stand. */
export function pointChoices(language: Language) {
  return university.points.map(({ id, name }) => ({ id, name: name[language] }))
}

/** Those in use first, the newest on top. */
export function deviceLines(devices: readonly DeviceView[], language: Language) {
  const { added, revoked } = words[language].devices
  const line = ({ id, name, point, addedAt, revokedAt }: DeviceView) => ({
    id,
    name,
    point: pointName(point, language),
    inUse: revokedAt === null,
    note:
      revokedAt === null
        ? fill(added, { day: sayDate(dayOf(addedAt), language) })
        : fill(revoked, { day: sayDate(dayOf(revokedAt), language) }),
  })
  const newestFirst = [...devices].sort((one, other) => other.addedAt - one.addedAt)
  return [
    ...newestFirst.filter(({ revokedAt }) => revokedAt === null),
    ...newestFirst.filter(({ revokedAt }) => revokedAt !== null),
  ].map(line)
}

/** A key in groups of eight, so that it can be compared by eye. */
export function keyLines(key: string): string[] {
  return key.match(/.{1,8}/g) ?? []
}

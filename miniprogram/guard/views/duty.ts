/** The scanner's resting screen in words: the state of the duty and the last scans. */
import { fill } from '../../i18n/fill'
import { type Language, timeOf } from '../../lib/domain'
import type { DutyStatus } from '../duty'
import { RECENT_SHOWN, type RecentScan } from '../shift'
import { words } from '../words'
import { sayAge } from './age'
import { lookOf } from './looks'

/** The lines of the last scans. Names are known only while the page lives. */
export function recentViews(recent: readonly RecentScan[], names: ReadonlyMap<string, string>, language: Language) {
  return recent.slice(0, RECENT_SHOWN).map(({ id, at, face }) => {
    const { title } = words[language].faces[face]
    return { id, time: timeOf(at), title, who: names.get(id) ?? '', ...lookOf(face) }
  })
}

/** The state of the duty in words. */
export function statusView(status: DutyStatus, language: Language) {
  const { scan } = words[language]
  const age = sayAge(status.keysAge, language)
  const waiting = status.waiting > 0 ? fill(scan.waiting, { count: status.waiting }) : ''
  const stuck = status.unreadable > 0 ? fill(scan.waitingStuck, { count: status.unreadable }) : ''
  return {
    shift: fill(scan.shift, { count: status.count }),
    keys: fill(status.keysOld ? scan.keysOld : scan.keysAge, { age }),
    keysOld: status.keysOld,
    waiting: stuck || waiting,
    storageFull: status.storageFull ? scan.storageFull : '',
  }
}

export type StatusView = ReturnType<typeof statusView>

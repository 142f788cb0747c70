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
    const [time, who] = [timeOf(at), names.get(id) ?? '']
    const label = fill(words[language].scan.recentLabel, { time, title, who })
    return { id, time, title, who, label, ...lookOf(face) }
  })
}

/** The state of the duty in words. */
export function statusView(status: DutyStatus, language: Language) {
  const { scan } = words[language]
  const { listRefusal, keysOld, waiting, setAside } = status
  return {
    shift: fill(scan.shift, { count: status.count, letIn: status.letIn }),
    list: listText(status, language),
    listOld: status.listOld,
    listRefusal: listRefusal ? scan.listRefusals[listRefusal] : '',
    keys: keysOld ? fill(scan.keysOld, { age: sayAge(status.keysAge, language) }) : '',
    waiting: waiting > 0 ? fill(scan.waiting, { count: waiting }) : '',
    setAside: setAside > 0 ? fill(scan.setAside, { count: setAside }) : '',
    storageFull: storageText(status, language),
  }
}

export type StatusView = ReturnType<typeof statusView>

function listText({ listAge, listOld }: DutyStatus, language: Language): string {
  const { list } = words[language].scan
  if (listAge === null) {
    return list.none
  }
  return fill(listOld ? list.old : list.fresh, { age: sayAge(listAge, language) })
}

function storageText({ inMemory, storageFull }: DutyStatus, language: Language): string {
  const { scan } = words[language]
  if (inMemory > 0) {
    return fill(scan.inMemory, { count: inMemory })
  }
  return storageFull ? scan.storageFull : ''
}

/** What the scanner's resting screen shows, in words: where, how many, how things stand, the last ten. */
import type { Instant, Language, RefusalCode } from '../../../lib/domain'
import type { Duty } from '../../duty'
import type { Shown } from '../../session'
import { recentViews, statusView } from '../../views/duty'
import { faceView } from '../../views/verdict'

/** The data of the page that follows from the duty. */
export function restData(duty: Duty, language: Language, now: Instant) {
  return {
    pointName: duty.session.point.name[language],
    status: statusView(duty.status(now), language),
    recent: recentViews(duty.shift.recent, duty.names, language),
    visitorsLeave: duty.session.visitorsLeave,
    refusal: duty.refusal ?? ('' as RefusalCode | ''),
  }
}

/** The face of a scan with what the duty knows beside it. */
export function faceOn(duty: Duty, shown: Shown, language: Language, now: Instant) {
  const { listAge } = duty.status(now)
  return faceView(shown, { listAge, mostCompanions: duty.session.mostCompanions(shown) }, language)
}

/** True when what this phone has from the office may be behind: a fresh list or fresh hours could change the verdict. */
export function mayBeBehind({ face }: Shown): boolean {
  return face.name === 'suspended' || face.name === 'not_allowed_here' || face.name === 'unknown_key'
}

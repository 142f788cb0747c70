/** Marks in plain words: what happened, to which card, and from which scans it follows. */
import { sayMoment } from '../../i18n/dates'
import { fill } from '../../i18n/fill'
import { groupCardNumber, type Instant, type Language, type MarkView, timeOf } from '../../lib/domain'
import { words } from '../words'
import { pointName, scanLines } from './scans'

const MINUTE = 60_000

/** One mark. */
export function markView(mark: MarkView, language: Language, now: Instant) {
  const { marks, cardStatuses } = words[language]
  const { settled } = mark
  return {
    id: mark.id,
    title: marks.kinds[mark.kind],
    moment: sayMoment(mark.at, language, now),
    text: storyOf(mark, language),
    person: `${mark.maskedName} ${mark.last4}`,
    number: mark.cardNumber,
    grouped: mark.cardNumber === '' ? marks.dayPass : groupCardNumber(mark.cardNumber),
    status: mark.cardStatus,
    statusName: cardStatuses[mark.cardStatus],
    scans: scanLines(mark.scans, language, now),
    settled: settled && {
      text: fill(marks.settledAs, {
        outcome: marks.outcomes[settled.outcome],
        moment: sayMoment(settled.at, language, now),
      }),
      note: settled.note,
    },
  }
}

export type MarkRow = ReturnType<typeof markView>

function storyOf({ kind, scans }: MarkView, language: Language): string {
  const { stories, and } = words[language].marks
  const [first, last] = [scans[0], scans[scans.length - 1]]
  if (!first || !last) {
    return stories.bare
  }
  const places = [...new Set(scans.map(({ point }) => pointName(point, language)))]
  const values = {
    count: scans.length,
    places: places.join(and),
    from: pointName(first.point, language),
    to: pointName(last.point, language),
    fromTime: timeOf(first.at),
    toTime: timeOf(last.at),
    length: sayLength(last.at - first.at, language),
  }
  return fill(stories[kind], values)
}

function sayLength(milliseconds: number, language: Language): string {
  const { lengths } = words[language].marks
  const seconds = Math.round(milliseconds / 1_000)
  return milliseconds < 2 * MINUTE
    ? fill(lengths.seconds, { count: seconds })
    : fill(lengths.minutes, { count: Math.round(milliseconds / MINUTE) })
}

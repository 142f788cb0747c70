/** The settings in words: closures, public holidays, policies, and what saving would change. */
import { sayDate, sayDay, sayMoment } from '../../i18n/dates'
import { fill } from '../../i18n/fill'
import {
  type Day,
  type Instant,
  type Language,
  type OfficeReplies,
  policies,
  policyNames,
  reviewDaysWithin,
  type Settings,
  university,
} from '../../lib/domain'
import { type Closure, closureKey, sorted } from '../settings-draft'
import { words } from '../words'

type Holiday = OfficeReplies['holidays']['holidays'][number]

/** A closure as a line: its days, why, and what it takes away. Those that are over are left out. */
export function closureRows({ closures }: Settings, today: Day, language: Language) {
  const { settings } = words[language]
  const current = sorted(closures).filter(({ to }) => to >= today)
  return current.map((closure) => ({
    id: closureKey(closure),
    range: sayRange(closure, today, language),
    kind: settings.reasons[closure.reason],
    reason: closure.reason,
    note: sayLost(reviewDaysWithin(closure.from, closure.to, university.review.weekday), language),
    remove: fill(settings.removeOf, { range: sayRange(closure, today, language) }),
  }))
}

/** Public holidays that are not over, and whether the calendar has them. */
export function holidayRows(holidays: readonly Holiday[], { closures }: Settings, today: Day, language: Language) {
  const coming = holidays.filter(({ to }) => to >= today)
  return coming.map((holiday) => ({
    id: holiday.from,
    name: holiday.name[language],
    range: sayRange(holiday, today, language),
    note: sayLost(holiday.reviews, language),
    counts: holiday.reviews.length > 0,
    taken: closures.some(({ from, to }) => from <= holiday.from && holiday.to <= to),
  }))
}

/** Each policy with its value and whether it may go down or up. */
export function policyRows(settings: Settings, language: Language) {
  const { policies: names, units } = words[language].settings
  return policyNames.map((id) => {
    const { unit, least, most } = policies[id]
    const value = settings[id]
    return {
      id,
      name: names[id].name,
      hint: names[id].hint,
      value: fill(value === 1 ? units[unit].one : units[unit].many, { count: value }),
      canLess: value > least,
      canMore: value < most,
    }
  })
}

/** What saving does, before it is done. */
export function saveQuestion(change: OfficeReplies['previewSettings'] | null, language: Language, now: Instant) {
  const { settings } = words[language]
  const lines = change ? changeLines(change, language, now) : []
  return {
    title: settings.confirmHead,
    content: lines.length > 0 ? lines.join('\n') : settings.noReviewChanges,
    confirm: settings.save,
    cancel: settings.notNow,
  }
}

function changeLines(change: OfficeReplies['previewSettings'], language: Language, now: Instant): string[] {
  const { settings } = words[language]
  const { lost, gained, before, after, moving } = change
  const lines: string[] = []
  if (lost.length > 0) {
    lines.push(fill(settings.lost, { days: sayDays(lost, language, now) }))
  }
  if (gained.length > 0) {
    lines.push(fill(settings.gained, { days: sayDays(gained, language, now) }))
  }
  if (after === null) {
    lines.push(settings.noneLeft)
  } else if (before?.cutOff !== after.cutOff) {
    lines.push(fill(settings.next, { moment: sayMoment(after.cutOff, language, now) }))
  }
  if (moving > 0) {
    lines.push(fill(after === null ? settings.stay : settings.move, { count: moving }))
  }
  return lines
}

// Sentences stay readable: the first few by name, the rest as a number.
const NAMED_DAYS = 4

function sayDays(days: readonly Day[], language: Language, now: Instant): string {
  const { settings } = words[language]
  const named = days.slice(0, NAMED_DAYS).map((day) => sayDay(day, language, now))
  const text = named.join(settings.and)
  return days.length > NAMED_DAYS ? fill(settings.andMore, { days: text, count: days.length - NAMED_DAYS }) : text
}

function sayLost(days: readonly Day[], language: Language): string {
  const { settings } = words[language]
  if (days.length === 0) {
    return settings.noReviews
  }
  return fill(days.length === 1 ? settings.oneReview : settings.reviews, { count: days.length })
}

function sayRange({ from, to }: Pick<Closure, 'from' | 'to'>, today: Day, language: Language): string {
  const otherYear = from.slice(0, 4) !== today.slice(0, 4) || to.slice(0, 4) !== today.slice(0, 4)
  const [first, last] = [from, to].map((day) => sayDate(day, language, otherYear))
  return from === to ? (first ?? '') : fill(words[language].settings.range, { from: first ?? '', to: last ?? '' })
}

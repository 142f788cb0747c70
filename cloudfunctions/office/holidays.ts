/**
 * Public holidays of a year, to be taken into the calendar. The State Council announces the days of a year in the
 * November before; until the library knows them, the days are those that the law gives (in force since 2025), found by
 * the lunar calendar, without the days that will be added by moving work days.
 */
import { getLunarFestivals, getSolarTermDate } from 'chinese-days'
import days from 'chinese-days/dist/chinese-days.json'
import type { OfficeInput } from '../../domain/office/api'
import type { Holiday } from '../../domain/office/settings-api'
import { ok } from '../../domain/result'
import { reviewDaysWithin } from '../../domain/review/calendar'
import { addDays, type Day } from '../../domain/time/shanghai'
import { type Bilingual, university } from '../../domain/university'
import type { Answer } from './answer'

const names = {
  newYear: { zh: '元旦', en: "New Year's Day" },
  spring: { zh: '春节', en: 'Spring Festival' },
  tombs: { zh: '清明节', en: 'Tomb-sweeping Day' },
  labour: { zh: '劳动节', en: 'Labour Day' },
  dragonBoat: { zh: '端午节', en: 'Dragon Boat Festival' },
  midAutumn: { zh: '中秋节', en: 'Mid-Autumn Festival' },
  national: { zh: '国庆节', en: 'National Day' },
} as const satisfies Record<string, Bilingual>

/**
 * Days off by day, "English name,中文名,days by law". Read from the library's data: its functions go by the machine's
 * zone.
 */
const announcedDays: Record<Day, string> = days.holidays

export async function holidays({ year }: OfficeInput<'holidays'>): Answer<'holidays'> {
  const announced = announcedIn(year)
  return ok({ announced: announced.length > 0, holidays: announced.length > 0 ? announced : byLaw(year) })
}

/** Neighbouring days of one holiday are one. */
function announcedIn(year: number): Holiday[] {
  const found: Holiday[] = []
  for (const [day, text] of Object.entries(announcedDays).sort()) {
    const [en = '', zh = ''] = text.split(',')
    const last = found[found.length - 1]
    if (last && last.name.zh === zh && addDays(last.to, 1) === day) {
      Object.assign(last, holiday({ zh, en }, last.from, day))
    } else if (day.startsWith(`${year}-`)) {
      found.push(holiday({ zh, en }, day, day))
    }
  }
  return found
}

function byLaw(year: number): Holiday[] {
  const lunar = getLunarFestivals(`${year}-01-01`, `${year}-12-31`)
  const festival = (name: string) => lunar.find((each) => each.name.includes(name))?.date ?? `${year}-01-01`
  const spring = festival('春节')
  const tombs = getSolarTermDate(year, 4, 'pure_brightness')
  return [
    holiday(names.newYear, `${year}-01-01`, `${year}-01-01`),
    holiday(names.spring, addDays(spring, -1), addDays(spring, 2)),
    holiday(names.tombs, tombs, tombs),
    holiday(names.labour, `${year}-05-01`, `${year}-05-02`),
    holiday(names.dragonBoat, festival('端午节'), festival('端午节')),
    holiday(names.midAutumn, festival('中秋节'), festival('中秋节')),
    holiday(names.national, `${year}-10-01`, `${year}-10-03`),
  ].sort((one, other) => (one.from < other.from ? -1 : 1))
}

function holiday(name: Bilingual, from: Day, to: Day): Holiday {
  return { from, to, name, reviews: reviewDaysWithin(from, to, university.review.weekday) }
}

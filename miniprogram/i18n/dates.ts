/**
 * Days and moments in words. Days are the university's (Shanghai); a year is named only when it is not this one, so that a
 * sentence stays short: "12月3日（星期四）", "Thursday 3 December".
 */
import { type Day, dayOf, type Instant, type Language, timeOf, weekdayOf } from '../lib/domain'

const weekdays: Record<Language, readonly string[]> = {
  zh: ['日', '一', '二', '三', '四', '五', '六'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
}
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** A day with its weekday; the year only when it differs from that of `now`. */
export function sayDay(day: Day, language: Language, now: Instant = Date.now()): string {
  const weekday = sayWeekday(weekdayOf(day), language)
  const date = sayDate(day, language, day.slice(0, 4) !== dayOf(now).slice(0, 4))
  return language === 'zh' ? `${date}（${weekday}）` : `${weekday} ${date}`
}

/** A weekday, 0 Sunday … 6 Saturday: "星期四", "Thursday". */
export function sayWeekday(weekday: number, language: Language): string {
  const name = weekdays[language][weekday] ?? ''
  return language === 'zh' ? `星期${name}` : name
}

/** A day without its weekday: "2028年11月22日", "22 November 2028". */
export function sayDate(day: Day, language: Language, withYear = true): string {
  const [year, month, date] = day.split('-').map(Number)
  if (language === 'zh') {
    return `${withYear ? `${year}年` : ''}${month}月${date}日`
  }
  return `${date} ${months[(month ?? 1) - 1]}${withYear ? ` ${year}` : ''}`
}

/** A moment to the minute, Shanghai time: "11月23日（星期一）14:05". */
export function sayMoment(instant: Instant, language: Language, now: Instant = Date.now()): string {
  const day = sayDay(dayOf(instant), language, now)
  return language === 'zh' ? `${day}${timeOf(instant)}` : `${day}, ${timeOf(instant)}`
}

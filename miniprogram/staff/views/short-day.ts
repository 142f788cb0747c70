/** A day where places are narrow: "3月5日", "5 Mar"; with the year when it is another one. */
import { type Day, dayOf, type Instant, type Language } from '../../lib/domain'

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

export function shortDay(day: Day, language: Language, now: Instant): string {
  const [year, month = 1, date] = day.split('-').map(Number)
  const isThisYear = day.slice(0, 4) === dayOf(now).slice(0, 4)
  if (language === 'zh') {
    return `${isThisYear ? '' : `${year}年`}${month}月${date}日`
  }
  return `${date} ${months[month - 1]}${isThisYear ? '' : ` ${year}`}`
}

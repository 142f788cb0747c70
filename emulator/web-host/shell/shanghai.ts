// Days and hours where the university is (UTC+8 all year), for the desk's clock.

const HOUR = 3_600_000
const DAY = 24 * HOUR
const OFFSET = 8 * HOUR
const THURSDAY = 4

/** The next Thursday at `hour`:`minute`, in epoch milliseconds; today when it is Thursday and still before that. */
export function nextThursday(now: number, hour: number, minute: number): number {
  const midnight = Math.floor((now + OFFSET) / DAY) * DAY - OFFSET
  const weekday = new Date(midnight + OFFSET).getUTCDay()
  const at = midnight + ((THURSDAY - weekday + 7) % 7) * DAY + hour * HOUR + minute * 60_000
  return at > now ? at : at + 7 * DAY
}

const pad = (number: number) => String(number).padStart(2, '0')
const WEEKDAYS = { zh: '日一二三四五六', en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] }
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** "12月3日 周四" and "12:00:05", or "Thu 3 Dec" and "12:00:05". */
export function describe(now: number, lang: 'zh' | 'en'): { day: string; time: string } {
  const local = new Date(now + OFFSET)
  const time = `${pad(local.getUTCHours())}:${pad(local.getUTCMinutes())}:${pad(local.getUTCSeconds())}`
  const [year, month, date, weekday] = [
    local.getUTCFullYear(),
    local.getUTCMonth(),
    local.getUTCDate(),
    local.getUTCDay(),
  ]
  const day =
    lang === 'zh'
      ? `${year}年${month + 1}月${date}日 周${WEEKDAYS.zh[weekday]}`
      : `${WEEKDAYS.en[weekday]} ${date} ${MONTHS[month]} ${year}`
  return { day, time }
}

/** The value of a datetime-local field for an instant. */
export const toField = (now: number) => new Date(now + OFFSET).toISOString().slice(0, 16)

/** The instant of a datetime-local field's value; NaN when it is empty. */
export const fromField = (value: string) => Date.parse(`${value}:00Z`) - OFFSET

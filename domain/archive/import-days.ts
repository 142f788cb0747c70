/** Days and years in imported files, which write them in a dozen shapes or as Excel counts them. */
import { addDays, type Day, isDay } from '../time/shanghai'

// Excel counts days from 1899-12-30 (its year 1900 has a 29 February).
const EXCEL_EPOCH = '1899-12-30'
const EXCEL_DAYS = { from: 3_654, to: 73_050 } as const // 1910 to 2099

/**
 * A year as files have it: 2012, 2012年, 2012级, 2012届, 2012-06, 201206, 2012/6/30, a day that Excel counted.
 * @returns null for an empty cell, undefined for one that is no year
 */
export function readYear(text: string): number | null | undefined {
  if (text === '') {
    return null
  }
  const found = /^((?:19|20)\d{2})(?:\.0)?(?:$|[年级届./\-\s]|(?:0[1-9]|1[0-2])(?:[0-3]\d)?$)/.exec(text)
  if (found) {
    return Number(found[1])
  }
  // 20129 is a year with a slip of the finger rather than a day of 1955.
  const day = /^(19|20)\d{3}$/.test(text) ? null : readDay(text)
  return day ? Number(day.slice(0, 4)) : undefined
}

/**
 * A day as files have it: 2020-01-05, 2020/1/5, 2020.1.5, 20200105, 2020年1月5日, with or without a time, or Excel's count.
 * @returns null for an empty cell, undefined for one that is no day
 */
export function readDay(text: string): Day | null | undefined {
  if (text === '' || /^(长期|无|永久|none|-+)$/i.test(text)) {
    return null
  }
  const parts =
    /^(\d{4})[年./-](\d{1,2})[月./-](\d{1,2})日?(?:[T ]\d{1,2}:\d{2}.*)?$/.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(text)
  if (parts) {
    const [, year, month = '', date = ''] = parts
    const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
    return isDay(day) ? day : undefined
  }
  const count = /^\d{4,5}(\.\d+)?$/.test(text) ? Math.floor(Number(text)) : 0
  return count >= EXCEL_DAYS.from && count <= EXCEL_DAYS.to ? addDays(EXCEL_EPOCH, count) : undefined
}

// What each mode of <picker> shows for a selection, and what it returns (WeChat, "picker").
import { word } from './words'

export interface Column {
  items: string[]
  at: number
}

export interface PickerModel {
  /** Chosen index of every column at first. */
  start: number[]
  /** The columns for a selection; a date's days follow its month. */
  columns(at: readonly number[]): Column[]
  /** The event detail for a selection. */
  result(at: readonly number[]): { value: unknown }
}

const pad = (number: number) => String(number).padStart(2, '0')
const range = (from: number, to: number) =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index)
const clampTo = (list: readonly unknown[], index: number | undefined) =>
  Math.max(0, Math.min(index ?? 0, list.length - 1))

/** Builds the columns of a picker from its attributes. */
export function pickerModel(props: Record<string, any>): PickerModel {
  const mode = props.mode || 'selector'
  if (mode === 'selector') return selector(props)
  if (mode === 'multiSelector') return multiSelector(props)
  if (mode === 'time') return time(props)
  if (mode === 'date') return date(props)
  throw new Error(`<picker mode="${mode}"> is not available in the web host`)
}

const labels = (list: any[], props: Record<string, any>) =>
  (list ?? []).map((item) => String(props['range-key'] ? item[props['range-key']] : item))

function selector(props: Record<string, any>): PickerModel {
  const items = labels(props.range, props)
  return {
    start: [clampTo(items, Number(props.value) || 0)],
    columns: ([at]) => [{ items, at: at ?? 0 }],
    result: ([at]) => ({ value: at ?? 0 }),
  }
}

function multiSelector(props: Record<string, any>): PickerModel {
  const lists = () => ((props.range ?? []) as any[][]).map((list) => labels(list, props))
  return {
    start: lists().map((list, index) => clampTo(list, Number(props.value?.[index] ?? 0))),
    columns: (at) => lists().map((items, index) => ({ items, at: clampTo(items, at[index]) })),
    result: (at) => ({ value: lists().map((items, index) => clampTo(items, at[index])) }),
  }
}

function time(props: Record<string, any>): PickerModel {
  const read = (text: unknown, fallback: string) =>
    String(text || fallback)
      .split(':')
      .map(Number) as [number, number]
  const [firstHour, firstMinute] = read(props.start, '00:00')
  const [lastHour, lastMinute] = read(props.end, '23:59')
  const [hour, minute] = read(props.value, '00:00')
  const hours = range(firstHour, lastHour)
  const minutes = (at: number | undefined) => {
    const chosen = hours[clampTo(hours, at)]
    return range(chosen === firstHour ? firstMinute : 0, chosen === lastHour ? lastMinute : 59)
  }
  const atHour = clampTo(hours, hours.indexOf(hour))
  return {
    start: [atHour, clampTo(minutes(atHour), minutes(atHour).indexOf(minute))],
    columns: ([a, b]) => [
      { items: hours.map(pad), at: clampTo(hours, a) },
      { items: minutes(a).map(pad), at: clampTo(minutes(a), b) },
    ],
    result: ([a, b]) => ({ value: `${pad(hours[clampTo(hours, a)]!)}:${pad(minutes(a)[clampTo(minutes(a), b)]!)}` }),
  }
}

function date(props: Record<string, any>): PickerModel {
  const read = (text: unknown, fallback: string) =>
    String(text || fallback)
      .split('-')
      .map(Number)
  const today = new Date()
  const now = `${today.getFullYear()}-${today.getMonth() + 1}-${today.getDate()}`
  const [firstYear = 1970, firstMonth = 1, firstDay = 1] = read(props.start, '1970-01-01')
  const [lastYear = 2100, lastMonth = 12, lastDay = 31] = read(props.end, '2100-12-31')
  const wanted = read(props.value, now)
  const depth = { year: 1, month: 2 }[props.fields as string] ?? 3
  const years = range(firstYear, lastYear)
  const parts = (at: readonly number[]): number[][] => {
    const year = years[clampTo(years, at[0])]!
    const months = range(year === firstYear ? firstMonth : 1, year === lastYear ? lastMonth : 12)
    const month = months[clampTo(months, at[1])]!
    const first = year === firstYear && month === firstMonth ? firstDay : 1
    const last = year === lastYear && month === lastMonth ? lastDay : new Date(year, month, 0).getDate()
    return [years, months, range(first, last)].slice(0, depth)
  }
  const start: number[] = []
  for (let index = 0; index < depth; index++) {
    const list = parts(start)[index]!
    const nearest = list.findIndex((value) => value >= (wanted[index] ?? 1))
    start.push(nearest < 0 ? list.length - 1 : nearest)
  }
  const suffixes = [word('year'), word('month'), word('day')]
  return {
    start,
    columns: (at) =>
      parts(at).map((list, index) => ({
        items: list.map((value) => pad(value) + suffixes[index]),
        at: clampTo(list, at[index]),
      })),
    result: (at) => ({
      value: parts(at)
        .map((list, index) => pad(list[clampTo(list, at[index])]!))
        .join('-'),
    }),
  }
}

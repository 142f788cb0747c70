/** Counts and shares as the figures' charts show them. */

/** 12345 → "12,345": the same in both languages. */
export function sayCount(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',')
}

/** Per cent of the largest, to a tenth; whatever is more than nothing can be seen. */
export function shareOf(count: number, largest: number): number {
  if (count <= 0 || largest <= 0) {
    return 0
  }
  return Math.max(1, Math.round((count / largest) * 1000) / 10)
}

/** The next number upwards that is easy to read: 1, 2, 5, 10, 20, 50 … */
export function roundUp(count: number): number {
  let step = 1
  for (let turn = 0; step < count; turn += 1) {
    step *= turn % 3 === 1 ? 2.5 : 2
  }
  return step
}

/** Bytes as people say them. */
export function saySize(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1_000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`
}

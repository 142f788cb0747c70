/**
 * The line to the office: fine, slow, or cut. A request that has no answer after some seconds makes it slow until it has one, so
 * that nobody looks at a still page and wonders (components/line-note says it).
 */
import { isOnline, watchNetwork } from './network'

export type Line = 'fine' | 'slow' | 'cut'

/** How long nobody needs to be told anything. */
export const SLOW_AFTER_MS = 4_000

let late = 0
const listeners = new Set<() => void>()

/** Calls `listener` now and at every change; the answer ends it. */
export function watchLine(listener: (line: Line) => void): () => void {
  let said: Line | null = null
  const say = () => {
    const line = lineNow()
    if (line !== said) {
      said = line
      listener(line)
    }
  }
  listeners.add(say)
  const deaf = watchNetwork(say)
  say()
  return () => {
    listeners.delete(say)
    deaf()
  }
}

/** Follows a request to its end. */
export async function followed<T>(answer: Promise<T>): Promise<T> {
  let isLate = false
  const timer = setTimeout(() => {
    isLate = true
    count(1)
  }, SLOW_AFTER_MS)
  try {
    return await answer
  } finally {
    clearTimeout(timer)
    if (isLate) {
      count(-1)
    }
  }
}

function lineNow(): Line {
  if (!isOnline()) {
    return 'cut'
  }
  return late > 0 ? 'slow' : 'fine'
}

function count(change: 1 | -1): void {
  late += change
  for (const say of listeners) {
    say()
  }
}

// The mini program's timers, by the emulator's time: when its clock is moved, those that came due meanwhile run at once, the
// earliest first, as on a phone that wakes up. An interval runs once for all it missed. The host's own timers (animations,
// toasts) stay with the browser; build/app-globals.ts gives these to the mini program's scripts.
import { emulatedNow } from './clock'

interface Timer {
  due: number
  /** 0 for a timer that runs once. */
  every: number
  run: () => void
  native: number
}

/** The longest wait that browsers know. */
const LONGEST = 2 ** 31 - 1
const pending = new Map<number, Timer>()
let lastId = 0

function wait(id: number, timer: Timer): void {
  const left = Math.min(Math.max(0, timer.due - emulatedNow()), LONGEST)
  timer.native = window.setTimeout(() => ring(id, timer), left)
}

function ring(id: number, timer: Timer): void {
  if (timer.due > emulatedNow() + 1) {
    wait(id, timer)
    return
  }
  if (timer.every > 0) {
    timer.due = emulatedNow() + timer.every
    wait(id, timer)
  } else {
    pending.delete(id)
  }
  timer.run()
}

function add(work: (...values: any[]) => void, delay: number, repeats: boolean, values: unknown[]): number {
  lastId += 1
  const length = Math.max(repeats ? 1 : 0, Number(delay) || 0)
  const timer = { due: emulatedNow() + length, every: repeats ? length : 0, run: () => work(...values), native: 0 }
  pending.set(lastId, timer)
  wait(lastId, timer)
  return lastId
}

function clear(id: number): void {
  window.clearTimeout(pending.get(id)?.native)
  pending.delete(id)
}

/** What scripts find under the names that every script knows. */
export const phoneTimers = {
  setTimeout: (work: (...values: any[]) => void, delay = 0, ...values: unknown[]) => add(work, delay, false, values),
  setInterval: (work: (...values: any[]) => void, delay = 0, ...values: unknown[]) => add(work, delay, true, values),
  clearTimeout: clear,
  clearInterval: clear,
}

/** The clock was moved: every timer waits for what is left by the new time. */
export function wakeTimers(): void {
  const inOrder = [...pending].sort(([, one], [, other]) => one.due - other.due)
  for (const [id, timer] of inOrder) {
    window.clearTimeout(timer.native)
    wait(id, timer)
  }
}

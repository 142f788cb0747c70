/** What the queue is narrowed to: chosen on its page, kept to by "next" on the application's. */
import type { Narrowing } from '../lib/domain'

let chosen: Narrowing = {}

export const narrowing = (): Narrowing => chosen

/** Takes a new choice; what is undefined is left out. */
export function narrowTo(wanted: Narrowing): void {
  chosen = Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined))
}

/** Whether anything is chosen. */
export const isNarrowed = (): boolean => Object.keys(chosen).length > 0

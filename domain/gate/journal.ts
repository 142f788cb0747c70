/**
 * The limits of a guard's journal, the same on the phone that writes it and on the server that takes it. Source: product
 * "Gate" (scans stored on the phone first, synchronised later, each exactly once; companions by policy).
 */

/** Scans of one delivery; a full day of 10,000 is ten of them. */
export const MOST_SCANS = 1_000

/** People who may enter together with a holder, at most; the office's policy stays below it (settings.companions). */
export const MOST_COMPANIONS = 9

/**
 * How the guard found out: the code was scanned, or the card was looked up by its number. `leaving`: a visitor's code was scanned on
 * the way out, which lets nobody in.
 */
export const scanWays = ['scan', 'look_up', 'leaving'] as const
export type ScanWay = (typeof scanWays)[number]

/** Stands in a scan in the place of a verdict when a visitor has left: no verdict, so it admits and refuses nobody. */
export const LEFT = 'left'

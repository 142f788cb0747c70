/** Judges changed codes by domain/pass decide and keeps count. Anything but a refusal of a changed code is a failure. */
import { admits, type Decision, decide, decodeDigits, type VerdictCode } from '../../domain/pass'
import { KEY_ID, keys } from '../domain/pass/scene'
import { type Chance, chanceOf } from './chance'
import { GROUP_ORDER, little, type Mutation, type Scan } from './change'
import { mutations } from './mutations'
import { answers, hasGenuineCredential, isGenuine, ordinary, permissive } from './stock'

const CONTROL_EVERY = 1_000

export type Report = {
  /** Codes judged, none of them genuine. */
  mutated: number
  /** Codes that a change left as they were; not counted above. */
  unchanged: number
  /** Genuine codes judged in between, so that a gate which refuses everything does not look good. */
  controls: number
  /** Of the mutated: those for which a point was multiplied, by whose signature ended them. */
  curve: { issuer: number; device: number }
  verdicts: Partial<Record<VerdictCode, number>>
  byMutation: Record<string, Partial<Record<VerdictCode, number>>>
  /** Changed codes that were admitted or vouched for, and genuine ones that were not; must be empty. */
  failures: (Scan & { verdict: VerdictCode; mutation: string })[]
}

export type Trial = { count: number; seed: number; onProgress?: (report: Report) => void }

/** Judges `count` mutated codes. */
export function runTrial({ count, seed, onProgress }: Trial): Report {
  const chance = chanceOf(seed)
  const pick = wheelOf(mutations)
  const report = emptyReport()
  permissive.verified.warm(keys)
  while (report.mutated < count) {
    if (report.mutated % CONTROL_EVERY === 0) {
      control(chance, report)
    }
    tryOne(pick(chance), chance, report)
    if (onProgress && report.mutated % 1_000_000 === 0) {
      onProgress(report)
    }
  }
  return report
}

function tryOne({ name, make }: Mutation, chance: Chance, report: Report): void {
  const scan = make(chance)
  if (isGenuine(scan.text, scan.challenge)) {
    report.unchanged += 1
    return
  }
  const decision = judge(scan)
  const { verdict } = decision
  report.mutated += 1
  add(report.verdicts, verdict)
  report.byMutation[name] ??= {}
  add(report.byMutation[name], verdict)
  if (verdict === 'forged') {
    countCurve(scan.text, report)
  }
  if (!isRefused(decision, scan)) {
    report.failures.push({ ...scan, verdict, mutation: name })
  }
}

function control(chance: Chance, report: Report): void {
  const code = chance.of(chance.below(2) === 0 ? ordinary : answers)
  const { text } = code
  // An ordinary code is as good at a gate that shows a number.
  const challenge = code.challenge ?? (chance.below(2) === 0 ? null : chance.below(10_000))
  const { verdict } = judge({ text, challenge })
  report.controls += 1
  if (verdict !== 'admitted') {
    report.failures.push({ text, challenge, verdict, mutation: 'none' })
  }
}

function judge({ text, challenge }: Scan): Decision {
  return decide(text, { ...permissive, keys: known, challenge })
}

const known = new Map([[KEY_ID, keys]])

// A refusal says nothing about a person, with one exception that docs/gate-check.md names: an answer that nobody waits for
// is refused unread, and its credential is genuine.
function isRefused({ verdict, holder, answering }: Decision, { text, challenge }: Scan): boolean {
  if (admits(verdict)) {
    return false
  }
  if (!holder) {
    return verdict === 'malformed' || verdict === 'unknown_key' || verdict === 'forged'
  }
  const pass = decodeDigits(text.trim())
  return (
    verdict === 'replayed' && answering === true && challenge === null && pass !== null && hasGenuineCredential(pass)
  )
}

// A forged code whose s is in range has cost the arithmetic; the device's is looked at only after the issuer's.
function countCurve(text: string, { curve }: Report): void {
  const pass = decodeDigits(text.trim())
  if (!pass) {
    return
  }
  const byDevice = hasGenuineCredential(pass)
  if (isBelowOrder(byDevice ? pass.subarray(150, 182) : pass.subarray(82, 114))) {
    curve[byDevice ? 'device' : 'issuer'] += 1
  }
}

function isBelowOrder(s: Uint8Array): boolean {
  const top = s[31] ?? 0
  return top < 0x10 || (top === 0x10 && little(s) < GROUP_ORDER)
}

/** Picks mutations by their weights. */
function wheelOf(all: readonly Mutation[]): (chance: Chance) => Mutation {
  const places = all.flatMap((mutation) => new Array<Mutation>(mutation.weight).fill(mutation))
  return (chance) => chance.of(places)
}

function emptyReport(): Report {
  return {
    mutated: 0,
    unchanged: 0,
    controls: 0,
    curve: { issuer: 0, device: 0 },
    verdicts: {},
    byMutation: {},
    failures: [],
  }
}

function add(counts: Partial<Record<VerdictCode, number>>, verdict: VerdictCode): void {
  counts[verdict] = (counts[verdict] ?? 0) + 1
}

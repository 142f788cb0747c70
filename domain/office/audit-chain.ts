/**
 * What makes the audit log append-only in a store that can be written to: every entry carries a MAC from the moment it is
 * written, and entries are sealed in blocks, each entry chained to the one before it by SHA-256, each block closed by a MAC.
 * What is found out when, and what is not: docs/decisions/0016. Pure: hash and MAC are arguments, so the function, the command
 * (tools/verify-audit.mjs) and tests apply the same rules.
 */
import type { Instant } from '../time/shanghai'

export type AuditEntry = {
  id: string
  at: Instant
  by: string
  action: string
  subject: string
  details: Readonly<Record<string, string | number>>
  /** HMAC of {@link entryText}, hex. */
  mac: string
}

/** Entries that were sealed together, in the order of the chain. */
export type AuditBlock = {
  /** 1 for the first one. */
  sequence: number
  /** Entries sealed before this block. */
  before: number
  /** The link before this block's first entry: the last one of the block before, or {@link GENESIS}. */
  previous: string
  entries: string[]
  /** One for each entry: SHA-256 of the link before it and of the entry. */
  links: string[]
  /** HMAC of {@link blockText}, hex. */
  mac: string
}

/** Where the chain ends: what has to be remembered elsewhere, so that a log that was cut short is noticed. */
export type AuditHead = { block: number; entries: number; link: string }

export const GENESIS: AuditHead = { block: 0, entries: 0, link: '0'.repeat(64) }

/** SHA-256 and HMAC-SHA-256 under the audit key, hex. */
export type AuditTools = { sha256(text: string): string; hmac(text: string): string }

export const auditProblems = [
  'altered', // an entry is not what was written
  'removed', // an entry that was sealed is gone
  'inserted', // an entry that nobody wrote through the functions, or that stands where it was never sealed
  'reordered', // entries do not stand in the order in which they were sealed
  'block_missing', // a whole block is gone
  'block_altered', // a block is not what was sealed
  'truncated', // the log ends before a place that was seen earlier
  'rewritten', // the log differs from what was seen earlier at the same place
] as const
export type AuditProblem = { kind: (typeof auditProblems)[number]; block: number; entry?: string }

/** The canonical text of an entry: details in the order of their names. */
export function entryText({ id, at, by, action, subject, details }: Omit<AuditEntry, 'mac'>): string {
  const sorted = Object.entries(details).sort(([one], [other]) => (one < other ? -1 : 1))
  return JSON.stringify(['alumni-ecard/audit/1/entry', id, at, by, action, subject, sorted])
}

function linkText(previous: string, entry: AuditEntry): string {
  return JSON.stringify(['alumni-ecard/audit/1/link', previous, entryText(entry), entry.mac])
}

function blockText({ sequence, before, previous, entries, links }: Omit<AuditBlock, 'mac'>): string {
  return JSON.stringify(['alumni-ecard/audit/1/block', sequence, before, previous, entries, links])
}

/** Seals entries behind `head`. @param entries at least one */
export function sealBlock(head: AuditHead, entries: readonly AuditEntry[], { sha256, hmac }: AuditTools): AuditBlock {
  const links: string[] = []
  let previous = head.link
  for (const entry of entries) {
    previous = sha256(linkText(previous, entry))
    links.push(previous)
  }
  const block = {
    sequence: head.block + 1,
    before: head.entries,
    previous: head.link,
    entries: entries.map(({ id }) => id),
    links,
  }
  return { ...block, mac: hmac(blockText(block)) }
}

/** The head after a block. */
export function headOf({ sequence, before, entries, links }: AuditBlock): AuditHead {
  return { block: sequence, entries: before + entries.length, link: links[links.length - 1] ?? GENESIS.link }
}

/**
 * Verifies the block that follows `head`.
 * @param stored every entry that says it is of this block
 */
export function checkBlock(
  head: AuditHead,
  block: AuditBlock,
  stored: readonly AuditEntry[],
  tools: AuditTools,
): AuditProblem[] {
  const { sequence, entries } = block
  if (sequence !== head.block + 1) {
    return [{ kind: 'block_missing', block: head.block + 1 }]
  }
  const problems: AuditProblem[] = []
  const fits = block.previous === head.link && block.before === head.entries && entries.length === block.links.length
  if (!fits || tools.hmac(blockText(block)) !== block.mac) {
    problems.push({ kind: 'block_altered', block: sequence })
  }
  const byId = new Map(stored.map((entry) => [entry.id, entry]))
  for (const [index, id] of entries.entries()) {
    const kind = checkEntry(byId.get(id), block, index, tools)
    if (kind) {
      problems.push({ kind, block: sequence, entry: id })
    }
  }
  const sealed = new Set(entries)
  const strangers = stored.filter(({ id }) => !sealed.has(id))
  return [...problems, ...strangers.map(({ id }) => ({ kind: 'inserted' as const, block: sequence, entry: id }))]
}

function checkEntry(entry: AuditEntry | undefined, block: AuditBlock, index: number, tools: AuditTools) {
  if (!entry) {
    return 'removed'
  }
  if (!isGenuine(entry, tools)) {
    return 'altered'
  }
  const previous = index === 0 ? block.previous : (block.links[index - 1] ?? '')
  return tools.sha256(linkText(previous, entry)) === block.links[index] ? null : 'reordered'
}

/** True when the entry was written by a function and not changed since. */
export function isGenuine(entry: AuditEntry, { hmac }: Pick<AuditTools, 'hmac'>): boolean {
  return hmac(entryText(entry)) === entry.mac
}

/** Compares a block with a head that was seen earlier; null when it is another block or the same link. */
export function checkWitness(block: AuditBlock, seen: Pick<AuditHead, 'block' | 'link'> | null): AuditProblem | null {
  const differs = seen?.block === block.sequence && seen.link !== headOf(block).link
  return differs ? { kind: 'rewritten', block: block.sequence } : null
}

/**
 * What only the end shows: entries that were never sealed, and a log that is shorter than it was.
 * @param unsealed entries that no block has yet
 * @param total entries in the store, sealed or not
 */
export function checkEnd(
  head: AuditHead,
  { unsealed, total }: { unsealed: readonly AuditEntry[]; total: number },
  seen: Pick<AuditHead, 'block'> | null,
  tools: AuditTools,
): AuditProblem[] {
  const forged = unsealed.filter((entry) => !isGenuine(entry, tools))
  const problems: AuditProblem[] = forged.map(({ id }) => ({ kind: 'inserted', block: head.block + 1, entry: id }))
  if (total > head.entries + unsealed.length) {
    problems.push({ kind: 'inserted', block: 0 })
  }
  if (seen && seen.block > head.block) {
    problems.push({ kind: 'truncated', block: head.block + 1 })
  }
  return problems
}

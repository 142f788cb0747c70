/**
 * Seals entries of the audit log into its chain: by timer, and before the log is verified. A block is one insert under
 * its number, so of two sealers one wins and the other reads again, and a sealer that dies leaves a whole block or
 * none. That its entries are marked comes afterwards and is made good by whoever comes next, before they look for what
 * is not sealed.
 */
import { type AuditBlock, type AuditHead, GENESIS, headOf, sealBlock } from '../../domain/office/audit-chain'
import { auditTools } from '../_kit/audit-key'
import { oneOf } from '../_kit/conditions'
import { stopwatch } from '../_kit/lanes'
import { find, insert, type Stored, updateWhere } from '../_kit/store'
import { Duplicate } from '../_kit/store-errors'

/** Entries of one block: a record of some 40 kB. */
const MOST = 200
const KEY_DIGITS = 10

/** Seals what there is, as long as there is time. @returns where the chain ends now */
export async function sealAudit(isOver: () => boolean = stopwatch()): Promise<AuditHead> {
  for (;;) {
    // The newest block first: what it holds must be marked before the rest is asked for.
    const newest = await newestBlock()
    if (newest) {
      await mark(newest)
    }
    const head = newest ? headOf(newest) : GENESIS
    const waiting = await find('audit', { block: null }, { order: 'position', limit: MOST })
    if (waiting.length === 0 || isOver()) {
      return head
    }
    const block = sealBlock(head, waiting.map(entryOf), auditTools)
    if (await isInserted(block)) {
      // The platform's log is another place that remembers where the chain ended.
      console.info(JSON.stringify({ audit: headOf(block) }))
    }
  }
}

/** The block that was sealed last, or null. */
export async function newestBlock(): Promise<Stored<'auditBlocks'> | null> {
  const [newest] = await find('auditBlocks', {}, { order: 'sequence', direction: 'desc', limit: 1 })
  return newest ?? null
}

/** A stored entry as the rules take it. */
export function entryOf({ _id: id, at, by, action, subject, details, mac }: Stored<'audit'>) {
  return { id, at, by, action, subject, details, mac }
}

async function isInserted(block: AuditBlock): Promise<boolean> {
  try {
    await insert('auditBlocks', String(block.sequence).padStart(KEY_DIGITS, '0'), block)
    return true
  } catch (error) {
    if (error instanceof Duplicate) {
      return false // another sealer was here first
    }
    throw error
  }
}

async function mark({ sequence, entries }: AuditBlock): Promise<void> {
  await updateWhere('audit', { _id: oneOf(entries), block: null }, { block: sequence })
}

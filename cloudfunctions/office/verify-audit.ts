/**
 * Verifies the chain of the audit log, some blocks a call. The phone carries the head from call to call and remembers
 * the last one, so that each admin's phone is a witness of what the log once was. Rules: domain/office/audit-chain.
 */
import type { OfficeInput } from '../../domain/office/api'
import {
  type AuditHead,
  type AuditProblem,
  checkBlock,
  checkEnd,
  checkWitness,
  GENESIS,
  headOf,
} from '../../domain/office/audit-chain'
import { ok } from '../../domain/result'
import { auditTools } from '../_kit/audit-key'
import { above, atLeast } from '../_kit/conditions'
import { count, find, type Stored } from '../_kit/store'
import type { Answer } from './answer'
import { entryOf, newestBlock, sealAudit } from './seal-audit'

const BLOCKS = 10
const MOST = 1000

type Seen = OfficeInput<'verifyAudit'>['seen']

export async function verifyAudit({ head: from, seen }: OfficeInput<'verifyAudit'>): Answer<'verifyAudit'> {
  if (from === null) {
    await sealAudit()
  }
  let head = from ?? GENESIS
  const blocks = await find('auditBlocks', { sequence: above(head.block) }, { order: 'sequence', limit: BLOCKS })
  const problems: AuditProblem[] = []
  for (const block of blocks) {
    problems.push(...(await problemsOf(head, block, seen)))
    head = headOf(block)
  }
  const newest = await newestBlock()
  const done = head.block >= (newest?.sequence ?? 0)
  if (done) {
    problems.push(...(await problemsAtEnd(head, seen)))
  }
  return ok({ head, problems, blocks: newest?.sequence ?? 0, done })
}

async function problemsOf(head: AuditHead, block: Stored<'auditBlocks'>, seen: Seen): Promise<AuditProblem[]> {
  const stored = await find('audit', { block: block.sequence }, { order: 'position', limit: MOST })
  const rewritten = checkWitness(block, seen)
  const found = checkBlock(head, block, stored.map(entryOf), auditTools)
  return rewritten ? [...found, rewritten] : found
}

async function problemsAtEnd(head: AuditHead, seen: Seen): Promise<AuditProblem[]> {
  const [unsealed, total] = await Promise.all([
    find('audit', { block: null }, { order: 'position', limit: MOST }),
    count('audit', { position: atLeast('') }),
  ])
  return checkEnd(head, { unsealed: unsealed.map(entryOf), total }, seen, auditTools)
}

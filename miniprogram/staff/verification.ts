/**
 * Verifying the audit log from a phone: piece by piece, with its progress. The phone remembers where the log ended when it was
 * whole, and says so the next time: a log that was cut short or rewritten since then is found out (domain/office/audit-chain).
 */
import type { AuditHead, AuditProblem, OfficeReplies, OfficeRequest } from '../lib/domain'
import type { Reply } from '../services/request'

const KEY = 'audit-head'

export type VerifyPiece = (request: OfficeRequest<'verifyAudit'>) => Promise<Reply<OfficeReplies['verifyAudit']>>

/** The head that this phone saw last when all was well, or null. */
export function rememberedHead(): Pick<AuditHead, 'block' | 'link'> | null {
  const stored: unknown = wx.getStorageSync(KEY)
  return isHead(stored) ? { block: stored.block, link: stored.link } : null
}

/**
 * Verifies everything.
 * @param onProgress told how many blocks of how many are done; false stops
 * @returns what was found, the refusal of a piece, or null when it was stopped
 */
export async function verify(
  ask: VerifyPiece,
  onProgress: (done: number, total: number) => boolean,
): Promise<Reply<{ head: AuditHead; problems: AuditProblem[] }> | null> {
  const seen = rememberedHead()
  const problems: AuditProblem[] = []
  let head: AuditHead | null = null
  for (;;) {
    const piece: Reply<OfficeReplies['verifyAudit']> = await ask({ head, seen })
    if (!piece.ok) {
      return piece
    }
    head = piece.value.head
    problems.push(...piece.value.problems)
    if (piece.value.done) {
      remember(head, problems)
      return { ok: true, value: { head, problems } }
    }
    if (!onProgress(head.block, piece.value.blocks)) {
      return null
    }
  }
}

// What is not whole is no witness; the earlier one stays.
function remember(head: AuditHead, problems: readonly AuditProblem[]): void {
  if (problems.length === 0) {
    wx.setStorageSync(KEY, head)
  }
}

function isHead(value: unknown): value is AuditHead {
  return typeof value === 'object' && value !== null && 'block' in value && 'link' in value
}

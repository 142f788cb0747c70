/**
 * A bulk approval, or its undoing, from the phone: the function works for some seconds a call and says what is left; this
 * calls again until nothing is. Leaving the page changes nothing: whoever calls next goes on.
 */
import type { RefusalCode, ReviewReplies } from '../lib/domain'
import type { Reply } from '../services/request'

/** How far it has come. `total` is what was there when this phone began. */
export type BulkProgress = { readonly done: number; readonly total: number }

export type BulkEnd =
  | { kind: 'done'; count: number; skipped: number }
  | { kind: 'stopped' }
  | { kind: 'refused'; code: RefusalCode; details: Readonly<Record<string, string | number>> }

type Step = { done: boolean; count: number; skipped: number; left: number; idle: boolean }

// Calls in a row that move nothing: something is in the way, and the person should know instead of watching a bar.
const IDLE_CALLS = 2

/** Calls `step` until it is done, refused or `isStopped`. */
async function run(
  step: () => Promise<Reply<Step>>,
  show: (progress: BulkProgress) => void,
  isStopped: () => boolean,
): Promise<BulkEnd> {
  let [count, skipped, idle] = [0, 0, 0]
  while (!isStopped()) {
    const reply = await step()
    if (!reply.ok) {
      return { kind: 'refused', code: reply.code, details: reply.details ?? {} }
    }
    count += reply.value.count
    skipped += reply.value.skipped
    show({ done: count, total: count + reply.value.left })
    if (reply.value.done) {
      return { kind: 'done', count, skipped }
    }
    idle = reply.value.idle ? idle + 1 : 0
    if (idle >= IDLE_CALLS) {
      return { kind: 'refused', code: 'internal', details: {} }
    }
  }
  return { kind: 'stopped' }
}

type Approve = (after: string | null) => Promise<Reply<ReviewReplies['approveExact']>>
type Undo = () => Promise<Reply<ReviewReplies['undoExact']>>

/** Approves to the end. */
export function runApproval(approve: Approve, show: (progress: BulkProgress) => void, isStopped: () => boolean) {
  let after: string | null = null
  return run(
    async () => {
      const reply = await approve(after)
      if (!reply.ok) {
        return reply
      }
      const { done, approved, skipped, left } = reply.value
      const idle = approved + skipped === 0 && reply.value.after === after
      after = reply.value.after
      return { ok: true, value: { done, count: approved, skipped, left, idle } }
    },
    show,
    isStopped,
  )
}

/** Undoes to the end. */
export function runUndo(undo: Undo, show: (progress: BulkProgress) => void, isStopped: () => boolean) {
  return run(
    async () => {
      const reply = await undo()
      if (!reply.ok) {
        return reply
      }
      const { done, undone, left } = reply.value
      return { ok: true, value: { done, count: undone, skipped: 0, left, idle: undone === 0 } }
    },
    show,
    isStopped,
  )
}

/**
 * Visits and day passes as this phone keeps them, so that a pass is shown with no network. Written at every answer; what the
 * server does not name any more is gone.
 */
import type { VisitorReplies, VisitView } from '../../lib/domain'
import { publicKeyOf, readDeviceKey } from '../../services/device-key'
import type { Reply } from '../../services/request'
import { visitor } from '../../services/visitor'

const KEY = 'visits'

/** The stored visits, by day. */
export function readVisits(): VisitView[] {
  const stored: unknown = wx.getStorageSync(KEY)
  return Array.isArray(stored) ? (stored as VisitView[]) : []
}

/** Asks the server and keeps the answer. This phone's public key goes with the question, so that its passes come back. */
export async function refreshVisits(): Promise<Reply<VisitorReplies['mine']>> {
  const secret = await readDeviceKey()
  const reply = await visitor('mine', secret ? { devicePublicKey: publicKeyOf(secret) } : {})
  if (reply.ok) {
    wx.setStorageSync(KEY, reply.value.visits)
  }
  return reply
}

/** Keeps one visit that has changed. */
export function keepVisit(visit: VisitView): void {
  const others = readVisits().filter(({ id }) => id !== visit.id)
  wx.setStorageSync(
    KEY,
    [...others, visit].sort((one, other) => (one.day < other.day ? -1 : 1)),
  )
}

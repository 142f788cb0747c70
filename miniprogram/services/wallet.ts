/**
 * The card as this phone keeps it: what is needed to show it with no network. Written at activation and at every answer of
 * the card function; read synchronously, because the first code must not wait.
 */
import type { CardReplies, CardView, CredentialView } from '../lib/domain'
import { card } from './card'
import { publicKeyOf, readDeviceKey } from './device-key'
import type { Reply } from './request'

/** A card and its credential; no credential means that this phone cannot show a code for it. */
export type StoredCard = { card: CardView; credential: CredentialView | null }

const KEY = 'card'

/** The stored card, or null. */
export function readWallet(): StoredCard | null {
  const stored: unknown = wx.getStorageSync(KEY)
  return isStoredCard(stored) ? stored : null
}

/** Stores what the server said about the card. A held credential stays when the answer brings no newer one. */
export function keepCard({ card: view, credential }: CardReplies['show']): StoredCard {
  const held = view.status === 'active' ? (readWallet()?.credential ?? null) : null
  const stored = { card: view, credential: credential ?? held }
  wx.setStorageSync(KEY, stored)
  return stored
}

/** Forgets the card: this account holds none any more. */
export function forgetCard(): void {
  wx.removeStorageSync(KEY)
}

/**
 * Asks the server for the card and keeps the answer. This phone's public key goes with the question, so that the credential
 * is renewed silently, and a phone that the card has left learns it at once.
 */
export async function refreshCard(): Promise<Reply<StoredCard>> {
  const secret = await readDeviceKey()
  const reply = await card('show', secret ? { devicePublicKey: publicKeyOf(secret) } : {})
  if (reply.ok) {
    return { ok: true, value: keepCard(reply.value) }
  }
  if (reply.code === 'card_none') {
    forgetCard()
  }
  if (reply.code === 'device_changed') {
    dropCredential()
  }
  return reply
}

/** Forgets what makes the code: the card is not bound to this phone any more. */
export function dropCredential(): void {
  const stored = readWallet()
  if (stored) {
    wx.setStorageSync(KEY, { ...stored, credential: null })
  }
}

function isStoredCard(value: unknown): value is StoredCard {
  return typeof value === 'object' && value !== null && 'card' in value && 'credential' in value
}

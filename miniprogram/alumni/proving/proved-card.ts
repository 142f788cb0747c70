/**
 * Asking for a card with a proof, however bad the line is: the phone's key is made first, and when no answer came the card
 * function is asked what became of it, because a proof can be used only once.
 */
import type { ActivationRequest, CardReplies, CardView, Document } from '../../lib/domain'
import { activation } from '../../services/activation'
import { card } from '../../services/card'
import { ensureDeviceKey, publicKeyOf } from '../../services/device-key'
import { renewal } from '../../services/renewal'
import type { Reply } from '../../services/request'
import { readWallet } from '../../services/wallet'

export type Proof = ActivationRequest<'activate'>['proof']

/** `no_key`: this phone could not make or keep a key; there is no code for it, because no server was asked. */
export type Asked = Reply<CardReplies['show']> | { ok: false; code: 'no_key' }

/** Binds the card of this document to this phone. */
export function activateCard(document: Document, proof: Proof): Promise<Asked> {
  const ask = (devicePublicKey: string) => activation('activate', { document, proof, devicePublicKey })
  return askWithKey(ask, () => true)
}

/** Extends the card of this document, on this phone. */
export function renewCard(document: Document, proof: Proof): Promise<Asked> {
  const before = readWallet()?.card.validUntil ?? ''
  const ask = (devicePublicKey: string) => renewal('renew', { document, proof, devicePublicKey })
  return askWithKey(ask, ({ validUntil }) => validUntil > before)
}

/** @param isDone tells from the card whether it happened although no answer came */
async function askWithKey(
  ask: (devicePublicKey: string) => Promise<Reply<CardReplies['show']>>,
  isDone: (card: CardView) => boolean,
): Promise<Asked> {
  let devicePublicKey: string
  try {
    devicePublicKey = publicKeyOf(await ensureDeviceKey())
  } catch {
    return { ok: false, code: 'no_key' }
  }
  const reply = await ask(devicePublicKey)
  if (reply.ok || (reply.code !== 'no_answer' && reply.code !== 'offline')) {
    return reply
  }
  const shown = await card('show', { devicePublicKey })
  return shown.ok && isDone(shown.value.card) ? shown : reply
}

/**
 * Activating, however bad the line is: the phone's key is made first, and when no answer came the card function is asked
 * whether the card is bound to this key by now, because a proof can be used only once.
 */
import type { ActivationRequest, CardReplies, Document } from '../../../lib/domain'
import { activation } from '../../../services/activation'
import { card } from '../../../services/card'
import { ensureDeviceKey, publicKeyOf } from '../../../services/device-key'
import type { Reply } from '../../../services/request'

export type Proof = ActivationRequest<'activate'>['proof']

/** `no_key`: this phone could not make or keep a key; there is no code for it, because no server was asked. */
export type Activated = Reply<CardReplies['show']> | { ok: false; code: 'no_key' }

/** Binds the card of this document to this phone. */
export async function activateCard(document: Document, proof: Proof): Promise<Activated> {
  let devicePublicKey: string
  try {
    devicePublicKey = publicKeyOf(await ensureDeviceKey())
  } catch {
    return { ok: false, code: 'no_key' }
  }
  const reply = await activation('activate', { document, proof, devicePublicKey })
  if (reply.ok || (reply.code !== 'no_answer' && reply.code !== 'offline')) {
    return reply
  }
  const shown = await card('show', { devicePublicKey })
  return shown.ok ? shown : reply
}

/**
 * Activating a card by ID number and proof of the registered phone. First and again are the same act: again moves the card
 * to this account and phone, and the old ones stop working at once.
 */
import type { ActivationRequest } from '../../domain/activation/api'
import { validateDocument } from '../../domain/identity'
import { isDeviceKey } from '../../domain/pass'
import { ok, refuse } from '../../domain/result'
import { dayOf } from '../../domain/time/shanghai'
import { cardAnswer } from '../_kit/card-answer'
import { digestOf } from '../_kit/digest'
import { bytesOf } from '../_kit/keys'
import { askForList } from '../_kit/list-hint'
import type { Call } from '../_kit/serve'
import type { Answer } from './answer'
import { countAttempt } from './attempts'
import { bind } from './bind'
import { holderOf } from './holder'
import { takeProof } from './proof'

export async function activate(input: ActivationRequest<'activate'>, call: Call): Answer<'activate'> {
  if (!isDeviceKey(bytesOf(input.devicePublicKey))) {
    return refuse('bad_request')
  }
  const document = validateDocument(input.document, dayOf(call.now))
  const digest = document.ok ? digestOf(document.value) : null
  const refused = await countAttempt(call, digest)
  if (refused) {
    return refused
  }
  if (digest === null) {
    return refuse('activation_not_matched')
  }
  const proof = await takeProof(input.proof, digest, call)
  const holder = await holderOf(digest)
  const bound = await bind({ ...holder, proof, devicePublicKey: input.devicePublicKey }, call)
  if (!bound.ok) {
    return bound
  }
  const { card, binding, replaced } = bound.value
  if (replaced !== null) {
    await askForList([replaced], call.now)
  }
  return ok(await cardAnswer(card, binding, call.now))
}

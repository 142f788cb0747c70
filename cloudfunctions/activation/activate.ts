/**
 * Activating a card by ID number and proof of the registered phone. First and again are the same act: again moves the card
 * to this account and phone, and the old ones stop working at once.
 */
import type { ActivationRequest } from '../../domain/activation/api'
import { ok } from '../../domain/result'
import { cardAnswer } from '../_kit/card-answer'
import { cardRequest } from '../_kit/claimed-card'
import { askForList } from '../_kit/list-hint'
import type { Call } from '../_kit/serve'
import type { Answer } from './answer'
import { bind } from './bind'

export async function activate(input: ActivationRequest<'activate'>, call: Call): Answer<'activate'> {
  const request = await cardRequest(input, call)
  if (!request.ok) {
    return request
  }
  const bound = await bind(request.value, call)
  if (!bound.ok) {
    return bound
  }
  const { card, binding, replaced } = bound.value
  if (replaced !== null) {
    await askForList([replaced], call.now)
  }
  return ok(await cardAnswer(card, binding, call.now))
}

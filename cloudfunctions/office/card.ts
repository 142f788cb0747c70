/** Looking a card up by its number; every look is on record. */
import { normaliseCardNumber } from '../../domain/card/number'
import type { OfficeInput } from '../../domain/office/api'
import { ok, refuse } from '../../domain/result'
import { recordAction } from '../_kit/audit'
import type { Call } from '../_kit/serve'
import { get, insert } from '../_kit/store'
import type { Answer } from './answer'
import { cardView } from './card-view'

export async function card({ cardNumber }: OfficeInput<'card'>, call: Call): Answer<'card'> {
  const found = await get('cards', normaliseCardNumber(cardNumber))
  if (!found) {
    return refuse('card_unknown')
  }
  await recordAction({ insert }, call, 'office.card', found._id)
  return ok({ card: await cardView(found) })
}

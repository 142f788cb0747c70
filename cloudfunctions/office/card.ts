/** Looking a card up by its number. */
import { normaliseCardNumber } from '../../domain/card/number'
import type { OfficeInput } from '../../domain/office/api'
import { ok, refuse } from '../../domain/result'
import { get } from '../_kit/store'
import type { Answer } from './answer'
import { cardView } from './card-view'

export async function card({ cardNumber }: OfficeInput<'card'>): Answer<'card'> {
  const found = await get('cards', normaliseCardNumber(cardNumber))
  return found ? ok({ card: await cardView(found) }) : refuse('card_unknown')
}

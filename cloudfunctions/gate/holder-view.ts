/** Who a card is of, as far as a guard needs it to compare with the physical card. */
import type { HolderView } from '../../domain/gate/api'
import { photoAddresses } from '../_kit/photos'
import type { BindingRecord } from '../_kit/records/card'

type Known = Pick<BindingRecord, 'maskedName' | 'last4' | 'class' | 'validUntil' | 'cardNumber' | 'portrait'>

export async function holderView(known: Known): Promise<HolderView> {
  const { maskedName, last4, validUntil, cardNumber, portrait } = known
  const [portraitUrl = ''] = await photoAddresses([portrait])
  return { maskedName, last4, class: known.class, validUntil, cardNumber, portraitUrl }
}

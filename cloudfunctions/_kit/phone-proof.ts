/**
 * Proof of the registered phone, because an ID number is not a secret: WeChat's word for the number of this phone, or a
 * code that was sent to the registered one. The proof is taken before the card is looked up; whether it fits is asked
 * afterwards.
 */
import type { ActivationRequest } from '../../domain/activation/api'
import { isPhoneCode } from './phone-code'
import { phoneOfCode } from './phone-number'
import { cardPhoneOf } from './sealed-fields'
import type { Call } from './serve'
import type { Stored } from './store'

/** True for the card whose registered phone was proved. */
export type Proof = (card: Pick<Stored<'cards'>, '_id' | 'phoneSealed'>) => boolean

/** Takes a proof. */
export async function takeProof(
  proof: ActivationRequest<'activate'>['proof'],
  digest: string,
  { openid, now }: Call,
): Promise<Proof> {
  if (proof.kind === 'sms_code') {
    // The code went to the registered phone; whoever can read it holds that phone.
    const isRight = isPhoneCode(proof.code, { purpose: 'activation', digest, openid }, now)
    return () => isRight
  }
  const phone = await phoneOfCode(proof.code)
  return (card) => phone !== null && cardPhoneOf(card) === phone
}

/**
 * The phone number that WeChat vouches for, to fill the form with one tap. WeChat charges for every exchange, and a guessed code
 * could be somebody else's, so exchanges are counted: rules in domain/registration/phone.
 */
import type { RegistrationRequest } from '../../domain/registration/api'
import { MOST_EXCHANGES } from '../../domain/registration/phone'
import { ok, refuse } from '../../domain/result'
import { addDays, dayOf } from '../../domain/time/shanghai'
import { countAttempt } from '../_kit/attempts'
import { phoneOfCode } from '../_kit/phone-number'
import type { Call } from '../_kit/serve'
import type { Answer } from './answer'

export async function phoneNumber(
  { code }: RegistrationRequest<'phoneNumber'>,
  { openid, now }: Call,
): Answer<'phoneNumber'> {
  const today = dayOf(now)
  if (!(await countAttempt(`phone-number:${openid}:${today}`, MOST_EXCHANGES))) {
    return refuse('too_many_attempts', { from: addDays(today, 1) })
  }
  const phone = await phoneOfCode(code)
  return phone ? ok({ phone }) : refuse('phone_code_invalid')
}

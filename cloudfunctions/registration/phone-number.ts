/** The phone number that WeChat vouches for, to fill the form with one tap. */
import type { RegistrationRequest } from '../../domain/registration/api'
import { ok, refuse } from '../../domain/result'
import { phoneOfCode } from '../_kit/phone-number'
import type { Answer } from './answer'

export async function phoneNumber({ code }: RegistrationRequest<'phoneNumber'>): Answer<'phoneNumber'> {
  const phone = await phoneOfCode(code)
  return phone ? ok({ phone }) : refuse('phone_code_invalid')
}

/** Puts a photo on record before the phone uploads it, so that it is deleted when nobody hands it in (_kit/uploads). */
import { UPLOAD_LIFETIME, UPLOADS_A_DAY } from '../../domain/privacy/retention'
import type { RegistrationRequest } from '../../domain/registration/api'
import { ok, refuse } from '../../domain/result'
import { dayOf } from '../../domain/time/shanghai'
import { countAttempt } from '../_kit/attempts'
import type { Call } from '../_kit/serve'
import { get, insert } from '../_kit/store'
import { Duplicate } from '../_kit/store-errors'
import type { Answer } from './answer'

export async function announcePhoto(
  { name }: RegistrationRequest<'announcePhoto'>,
  { openid, now }: Call,
): Answer<'announcePhoto'> {
  if (!(await countAttempt(`photos:${openid}:${dayOf(now)}`, UPLOADS_A_DAY))) {
    return refuse('too_many_photos')
  }
  try {
    await insert('uploads', name, { openid, due: now + UPLOAD_LIFETIME, state: 'kept' })
    return ok(null)
  } catch (error) {
    if (!(error instanceof Duplicate)) {
      throw error
    }
  }
  // Asked twice because the answer was lost; names are random, so somebody else's is no accident.
  return (await get('uploads', name))?.openid === openid ? ok(null) : refuse('photo_gone')
}

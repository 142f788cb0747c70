/**
 * "Tell me when registration opens": one wish an account, told once, can be taken back. Source: product "Registration".
 */
import type { NotificationsInput, WishView } from '../../domain/notifications/api'
import { checkPhone, maskPhone, normalisePhone } from '../../domain/registration/phone'
import { ok, refuse } from '../../domain/result'
import { dayOf } from '../../domain/time/shanghai'
import { countAttempt } from '../_kit/attempts'
import type { WishRecord } from '../_kit/records/notifications'
import { sealWishPhone } from '../_kit/sealed-fields'
import type { Call } from '../_kit/serve'
import { get } from '../_kit/store'
import { change } from '../_kit/transaction'
import { registrationNow } from './announce-opening'
import type { Answer } from './answer'
import { addConsent } from './consents'

/** Changes of mind a day; somebody else's number cannot be tried out without end. */
const MOST_A_DAY = 10

export async function readWish(_: NotificationsInput<'readWish'>, { openid }: Call): Answer<'readWish'> {
  const record = await get('wishes', openid)
  return ok({ wish: record && viewOf(record) })
}

export async function wish({ agreed, phone, language }: NotificationsInput<'wish'>, call: Call): Answer<'wish'> {
  const { openid, now } = call
  if ((await registrationNow(now))?.open) {
    return refuse('registration_open_now')
  }
  const number = phone.trim() === '' || checkPhone(phone) !== null ? '' : normalisePhone(phone)
  if (!agreed && number === '') {
    return refuse('wish_unreachable')
  }
  if (!(await countAttempt(`wish:${openid}:${dayOf(now)}`, MOST_A_DAY))) {
    return refuse('wish_limit')
  }
  const record: WishRecord = {
    since: now,
    language,
    byWechat: agreed,
    phoneSealed: number === '' ? null : sealWishPhone(openid, number),
    phoneMasked: number && maskPhone(number),
  }
  await change(async (transaction) => {
    if (await transaction.get('wishes', openid)) {
      await transaction.update('wishes', openid, record)
    } else {
      await transaction.insert('wishes', openid, record)
    }
  })
  if (agreed) {
    await addConsent('registration_open', openid, now)
  }
  return ok({ wish: viewOf(record) })
}

export async function dropWish(_: NotificationsInput<'dropWish'>, { openid }: Call): Answer<'dropWish'> {
  await change(async (transaction) => {
    if (await transaction.get('wishes', openid)) {
      await transaction.remove('wishes', openid)
    }
  })
  return ok({})
}

function viewOf({ since, byWechat, phoneMasked }: WishRecord): WishView {
  return { since, byWechat, phoneMasked }
}

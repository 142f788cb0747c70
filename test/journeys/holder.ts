/** Gives somebody an active card on a phone: the form by hand, the office's part by its functions. */
import { DAY } from '../../domain/time/shanghai'
import { type Applicant, activate, fillForm, handIn, showCard } from './alumnus'
import type { Phone } from './hands'
import { REVIEWER } from './people'
import type { Product } from './product'
import { CUT_OFF, THURSDAY } from './week'

/**
 * Starts on the home page and on the Monday of the week; ends on the card page on Friday noon.
 * @returns the card number
 */
export async function giveCard(product: Product, phone: Phone, who: Applicant): Promise<string> {
  await fillForm(phone, who)
  await handIn(phone, who.lang)
  await product.moveTo(CUT_OFF)
  await approveAll(product)
  await product.moveTo(CUT_OFF + DAY)
  await phone.evaluate(() => Reflect.get(globalThis, 'wx').reLaunch({ url: '/alumni/pages/activate/activate' }))
  await activate(phone, who)
  await showCard(phone, who.lang)
  await phone.locator('#code canvas').waitFor()
  const status = await product.call(who.openid, 'registration', { action: 'status' })
  return status.value.cardNumber
}

/** Approves everything that waits and closes the round. */
export async function approveAll(product: Product): Promise<void> {
  const queue = await product.call(REVIEWER, 'review', { action: 'queue', filter: 'undecided' })
  for (const { id } of queue.value.items) {
    await product.call(REVIEWER, 'review', { action: 'decide', id, version: 1, verdict: { kind: 'approve' } })
  }
  const closed = await product.call(REVIEWER, 'review', { action: 'close', round: THURSDAY, carryOver: false })
  if (!closed.value?.done) {
    throw new Error(`the round did not close: ${JSON.stringify(closed)}`)
  }
}

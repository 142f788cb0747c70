/** The scanner's way for people without a phone: asks for number and last four, shows the answer as if it had been scanned. */
import type { RefusalCode } from '../../../lib/domain'
import type { Duty } from '../../duty'
import type { Shown } from '../../session'

/** The page as this part of it sees it. */
type Page = {
  setData(data: object): void
  enter(mode: 'lookUp', also: object): void
  show(shown: Shown): void
}

export const lookUpData = {
  looking: false,
  lookUpRefusal: '' as RefusalCode | '',
  lookUpDetails: {} as object,
}

/** @param onDuty the duty of the page, null while there is none */
export function lookUpMethods(onDuty: () => Duty | null) {
  return {
    onLookUp(this: Page) {
      this.enter('lookUp', { lookUpRefusal: '', alert: '' })
    },
    async onFind(this: Page, event: WechatMiniprogram.CustomEvent<{ cardNumber: string; last4: string }>) {
      const { cardNumber, last4 } = event.detail
      this.setData({ looking: true, lookUpRefusal: '' })
      const reply = await onDuty()?.lookUp(cardNumber, last4)
      this.setData({ looking: false })
      if (reply?.ok) {
        this.show(reply.value)
      } else if (reply) {
        this.setData({ lookUpRefusal: reply.code, lookUpDetails: reply.details ?? {} })
      }
    },
  }
}

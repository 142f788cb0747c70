/**
 * The office has on record which texts everybody agreed to. With a form the consent arrives; who collects an older card hands in
 * no form, and what they agreed to on this phone is told now. Who agreed to nothing, or to texts that have changed, is asked: at
 * the next visit, once each time the mini program is opened, and never over a card that is being shown.
 */
import { type Consent, isRecorded, keepRecorded, readConsent } from './consent'
import { privacy } from './privacy'

let asked = false

/** Sees to it that the consent is on record. Without an answer nobody is held up. */
export async function settleConsent(): Promise<void> {
  if (asked || isRecorded()) {
    return
  }
  const reply = await privacy('agreed', {})
  if (!reply.ok) {
    return
  }
  if (reply.value.agreed) {
    keepRecorded()
    return
  }
  const consent = readConsent()
  if (consent) {
    await tell(consent)
    return
  }
  asked = true
  wx.navigateTo({ url: '/alumni/pages/consent/consent?again=1' })
}

async function tell(consent: Consent): Promise<void> {
  const reply = await privacy('agree', { consent })
  if (reply.ok) {
    keepRecorded()
  }
}

/**
 * Asking when the texts of the consent have changed, or were never seen (who collects an older card hands in no form): at the
 * next visit, once each time the mini program is opened, and never over a card that is being shown.
 */
import { keepConsent, readConsent } from './consent'
import { privacy } from './privacy'

let asked = false

/** Leads to the texts unless this person has agreed to them. Without an answer nobody is held up. */
export async function askAgain(): Promise<void> {
  if (asked || readConsent()) {
    return
  }
  const reply = await privacy('agreed', {})
  if (!reply.ok) {
    return
  }
  if (reply.value.agreed) {
    keepConsent()
    return
  }
  asked = true
  wx.navigateTo({ url: '/alumni/pages/consent/consent?again=1' })
}

/** Where a refusal leads: the button under it, and what an older card needs to know besides. */
import type { RefusalCode } from '../../lib/domain'

/** The key of the button's words, and the page. */
export type Way = {
  label: 'help' | 'home' | 'show' | 'renew' | 'activate' | 'register'
  address: string
  hint?: 'older'
}

/** By refusal; all others say what to do on the page itself. */
export type Ways = Partial<Record<RefusalCode, Way>>

// Nothing is wrong: it only has to wait.
const isEarly = (code: RefusalCode) => code === 'activation_too_early' || code === 'renewal_too_early'

/** What the page shows beside the sentence of a refusal. @param words the page's own; a label without words has no button */
export function refusalView(code: RefusalCode, ways: Ways, words: Partial<Record<Way['label'] | 'older', string>>) {
  const way = ways[code]
  return {
    action: (way && words[way.label]) ?? '',
    hint: (way?.hint && words[way.hint]) ?? '',
    early: isEarly(code),
  }
}

/** Goes there. */
export function follow({ label, address }: Way): void {
  if (label === 'home') {
    wx.reLaunch({ url: address })
  } else {
    wx.navigateTo({ url: address })
  }
}

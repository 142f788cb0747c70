/**
 * Gives a page its words: data.t holds the sentences of the language in force, data.language its name. Changing the language
 * re-writes every open page. Pages list this behaviour first.
 */
import type { Language } from '../lib/domain'
import { language, onLanguage } from '../services/language'

type Words = Record<string, unknown>

/**
 * Makes the behaviour for one page.
 * @param words the page's words in both languages
 * @param title the key of the navigation bar's title within them
 */
export function localised(words: Record<Language, Words>, title = 'title'): string {
  const apply = (page: WechatMiniprogram.Component.TrivialInstance) => {
    const now = language()
    page.setData({ t: words[now], language: now })
    const text = words[now][title]
    if (typeof text === 'string' && text !== '') {
      wx.setNavigationBarTitle({ title: text })
    }
  }
  return Behavior({
    data: { t: words[language()], language: language() },
    lifetimes: {
      attached() {
        apply(this)
        this.stopListening = onLanguage(() => apply(this))
      },
      detached() {
        this.stopListening?.()
      },
    },
    pageLifetimes: {
      show() {
        apply(this)
      },
    },
  } as WechatMiniprogram.Component.TrivialOption)
}

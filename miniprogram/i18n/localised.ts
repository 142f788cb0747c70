/**
 * Gives a page or a component its words. A page reads:
 *
 *   Component({
 *     behaviors: [localised(section('home'))],   // or { zh: zh.queue, en: en.queue } from <root>/words
 *     methods: { onLoad() { … } },
 *   })
 *
 * and its WXML begins with <view class="page {{textSize}}">. Then:
 *   data.t         the sentences of the language in force: {{t.title}}, {{t.next}}
 *   data.language  'zh' | 'en'; sentences with places are filled in the script: fill(words[language].until, { day })
 *   data.textSize  the class that makes type follow WeChat's font size setting
 * Changing the language re-writes every open page; `observers: { language() { … } }` recomputes filled sentences. A page's
 * `title` becomes the navigation bar's. List this behaviour first.
 */
import type { Language } from '../lib/domain'
import { language, onLanguage } from '../services/language'
import { type TextSize, textSize } from '../services/text-size'

/** What the behaviour adds to a page's data. */
type Localised<Words> = { t: Words; language: Language; textSize: TextSize }

/**
 * Makes the behaviour for one page or component.
 * @param words its words in both languages; a component simply has no `title` among them
 */
export function localised<Words extends object>(
  words: Record<Language, Words>,
): WechatMiniprogram.Behavior.Identifier<Localised<Words>> {
  const apply = (page: WechatMiniprogram.Component.TrivialInstance) => {
    page.setData({ t: words[language()], language: language() })
    showTitle(words[language()])
  }
  const behaviour: unknown = Behavior({
    data: { t: words[language()], language: language(), textSize: textSize() },
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
      // The page below may have been given its words while another page was on top.
      show() {
        showTitle(words[language()])
      },
    },
  } as WechatMiniprogram.Component.TrivialOption)
  return behaviour as WechatMiniprogram.Behavior.Identifier<Localised<Words>>
}

function showTitle(words: object): void {
  if ('title' in words && typeof words.title === 'string') {
    wx.setNavigationBarTitle({ title: words.title })
  }
}

/**
 * WeChat's question before the first use of something private (album, camera, phone number, clipboard, a file of a
 * chat): what it is needed for, WeChat's own guide to read, agree, or not, with what can be done instead. Stands on
 * every page that uses one of them (docs/privacy-declaration.md). Base library 2.32.3; older ones do not ask.
 */
import { localised } from '../../i18n/localised'
import { section, words } from '../../i18n/words'
import { language } from '../../services/language'

type Answer = { event: 'agree' | 'disagree' | 'exposureAuthorization'; buttonId?: string }
type Resolve = (answer: Answer) => void
/** The typings know the listener without its second argument. */
type WhenNeeded = (listener: (resolve: Resolve, event?: { referrer: string }) => void) => void
type Use = keyof (typeof words)['zh']['privacyAsk']['uses']

const BUTTON = 'privacy-agree'
/** What WeChat calls the interface that wants something, and what it is in words. */
const USES: [RegExp, Use][] = [
  [/phone/i, 'phone'],
  [/clipboard/i, 'clipboard'],
  [/file/i, 'file'],
]

type Own = { waiting?: Resolve[] }
const own = (component: object) => component as Own

Component({
  behaviors: [localised(section('privacyAsk'))],
  data: { asking: false, use: 'photo' as Use, button: BUTTON },
  lifetimes: {
    attached() {
      this.listen()
    },
    detached() {
      this.answer({ event: 'disagree' })
    },
  },
  pageLifetimes: {
    // The page on top listens: WeChat keeps the last listener only.
    show() {
      this.listen()
    },
    hide() {
      this.answer({ event: 'disagree' })
    },
  },
  methods: {
    listen() {
      const { onNeedPrivacyAuthorization: whenNeeded } = wx as unknown as { onNeedPrivacyAuthorization?: WhenNeeded }
      whenNeeded?.((resolve, event) => {
        own(this).waiting = [...(own(this).waiting ?? []), resolve]
        resolve({ event: 'exposureAuthorization' })
        const use = USES.find(([name]) => name.test(event?.referrer ?? ''))?.[1] ?? 'photo'
        this.setData({ asking: true, use })
      })
    },
    /** Tells everything that waits. */
    answer(answer: Answer) {
      const waiting = own(this).waiting ?? []
      delete own(this).waiting
      for (const resolve of waiting) {
        resolve(answer)
      }
      if (this.data.asking) {
        this.setData({ asking: false })
      }
    },
    onAgreed() {
      this.answer({ event: 'agree', buttonId: BUTTON })
    },
    onNot() {
      this.answer({ event: 'disagree' })
      wx.showToast({ title: words[language()].privacyAsk.uses[this.data.use].instead, icon: 'none', duration: 4000 })
    },
    onVisible(event: WechatMiniprogram.CustomEvent<{ visible: boolean }>) {
      if (!event.detail.visible) {
        this.onNot()
      }
    },
    onGuide() {
      wx.openPrivacyContract({})
    },
  },
})

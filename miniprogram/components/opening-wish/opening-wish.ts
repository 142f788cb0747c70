/**
 * "Tell me when registration opens", for pages on which it is stopped: one tap asks WeChat; who does not want its notices
 * leaves a phone number instead. What was wished is shown, and can be taken back.
 */
import { fill } from '../../i18n/fill'
import { localised } from '../../i18n/localised'
import { section, words } from '../../i18n/words'
import { checkPhone, type RefusalCode, type WishView } from '../../lib/domain'
import { readDraft } from '../../services/draft'
import { language } from '../../services/language'
import { notifications } from '../../services/notifications'
import { askForNotices } from '../../services/subscribe'

type Wish = { agreed: boolean; phone: string }

Component({
  behaviors: [localised(section('wish'))],
  data: {
    /** Nothing is shown until it is known whether this account waits already. */
    known: false,
    wish: null as WishView | null,
    told: '',
    asking: false,
    phone: '',
    wrong: '',
    busy: false,
    refusal: '' as RefusalCode | '',
  },
  observers: {
    'language, wish'() {
      this.setData({ told: sayWish(this.data.wish) })
    },
  },
  lifetimes: {
    async attached() {
      const reply = await notifications('readWish', {})
      // With no answer the button stands: wishing twice is the same as once.
      this.setData({ known: true, wish: reply.ok ? reply.value.wish : null })
    },
  },
  methods: {
    async onWish() {
      if (this.data.busy) {
        return
      }
      this.setData({ busy: true, refusal: '' })
      const allowed = await askForNotices(['registration_open'])
      const phone = readDraft()?.form.phone ?? ''
      if (allowed.length > 0) {
        await this.send({ agreed: true, phone: checkPhone(phone) === null ? phone : '' })
      } else {
        this.setData({ busy: false, asking: true, phone, wrong: '' })
      }
    },
    onPhone(event: WechatMiniprogram.Input) {
      this.setData({ phone: event.detail.value, wrong: '' })
    },
    async onPhoneDone() {
      const { phone } = this.data
      const wrong = checkPhone(phone)
      if (wrong !== null) {
        this.setData({ wrong: words[language()].fields[wrong] })
        return
      }
      await this.send({ agreed: false, phone })
    },
    async send(wish: Wish) {
      this.setData({ busy: true, refusal: '' })
      const reply = await notifications('wish', { ...wish, language: language() })
      this.setData(
        reply.ok
          ? { busy: false, asking: false, wish: reply.value.wish }
          : { busy: false, asking: false, refusal: reply.code },
      )
    },
    async onTakeBack() {
      if (this.data.busy) {
        return
      }
      this.setData({ busy: true, refusal: '' })
      const reply = await notifications('dropWish', {})
      this.setData(reply.ok ? { busy: false, wish: null } : { busy: false, refusal: reply.code })
    },
    onClose() {
      this.setData({ asking: false })
    },
    onVisible(event: WechatMiniprogram.CustomEvent<{ visible: boolean }>) {
      this.setData({ asking: event.detail.visible })
    },
  },
})

function sayWish(wish: WishView | null): string {
  const { byWechat, bySms } = words[language()].wish
  if (!wish) {
    return ''
  }
  return wish.byWechat ? byWechat : fill(bySms, { phone: wish.phoneMasked })
}

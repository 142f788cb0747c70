/** Help: whom to call and when, where to go, what people ask, and the other ways into the campus. Source: notice, "Contact Us". */
import { sayWeekday } from '../../../i18n/dates'
import { fill } from '../../../i18n/fill'
import { localised } from '../../../i18n/localised'
import { type Language, university } from '../../../lib/domain'
import { alumniWords, section } from '../../words/words'

type Contact = { name: string; phone: string; label: string }
type Question = { ask: string; answer: string }

Component({
  behaviors: [localised(section('help'))],
  data: { contacts: [] as Contact[], hours: '', address: '', questions: [] as Question[], open: -1 },
  observers: {
    language(language: Language) {
      const t = alumniWords[language].help
      this.setData({
        contacts: contactsIn(language),
        hours: fill(t.hoursText, { hours: university.officeHours.join(language === 'zh' ? '，' : ', ') }),
        address: university.address[language],
        questions: questionsIn(language),
      })
    },
  },
  methods: {
    onCall(event: WechatMiniprogram.TouchEvent) {
      const { phone } = event.currentTarget.dataset as { phone: string }
      // Rejects when the person decides not to call.
      Promise.resolve(wx.makePhoneCall({ phoneNumber: phone.replace(/-/g, '') })).catch(() => {})
    },
    onCopy() {
      wx.setClipboardData({ data: this.data.address })
    },
    onQuestion(event: WechatMiniprogram.TouchEvent) {
      const { index } = event.currentTarget.dataset as { index: number }
      this.setData({ open: this.data.open === index ? -1 : index })
    },
    onVisit() {
      wx.navigateTo({ url: '/alumni/pages/visit/visit' })
    },
    onPrivacy() {
      wx.navigateTo({ url: '/alumni/pages/privacy/privacy' })
    },
    onStaff() {
      wx.navigateTo({ url: '/staff/pages/join/join' })
    },
  },
})

function contactsIn(language: Language): Contact[] {
  const { call } = alumniWords[language].help
  return university.contacts.map(({ office, phone }) => ({
    name: office[language],
    phone,
    label: fill(call, { office: office[language] }),
  }))
}

function questionsIn(language: Language): Question[] {
  const places = {
    weekday: sayWeekday(university.review.weekday, language),
    cutOff: university.review.cutOff,
    years: university.card.validityYears,
  }
  return alumniWords[language].help.faq.map(({ ask, answer }) => ({ ask, answer: fill(answer, places) }))
}

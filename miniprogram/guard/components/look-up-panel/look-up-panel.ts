/**
 * No phone, or a broken one: the card is looked up by its number and the last four of the document. Typing mistakes are said
 * while typing; without a network it says so, and what to do instead.
 *   <look-up-panel online="{{online}}" busy="{{busy}}" refusal="{{code}}" details="{{details}}" bind:find="…" bind:cancel="…" />
 * `find` carries { cardNumber, last4 }.
 */
import { fill } from '../../../i18n/fill'
import { localised } from '../../../i18n/localised'
import { type Language, university } from '../../../lib/domain'
import { isLastFour, mayLookUp, type NumberState, readLastFour, readTyped } from '../../card-number-typing'
import { en } from '../../words/en'
import { zh } from '../../words/zh'

const words = { zh: zh.scan.lookUp, en: en.scan.lookUp }
const prefix = university.card.numberPrefix

Component({
  behaviors: [localised(words)],
  properties: {
    online: { type: Boolean, value: true },
    busy: { type: Boolean, value: false },
    refusal: { type: String, value: '' },
    details: { type: Object, value: {} },
  },
  data: {
    typed: '',
    grouped: '',
    state: 'short' as NumberState,
    last4: '',
    letters: false,
    numberHint: '',
    prefixError: '',
    /** The guard asked although something is missing: now it is said. */
    asked: false,
  },
  observers: {
    language(language: Language) {
      this.setData({
        numberHint: fill(words[language].numberHint, { prefix }),
        prefixError: fill(words[language].prefix, { prefix }),
      })
    },
  },
  methods: {
    onNumber(event: WechatMiniprogram.Input) {
      const { digits, grouped, state } = readTyped(event.detail.value)
      this.setData({ typed: digits, grouped, state, asked: false })
    },
    onLast4(event: WechatMiniprogram.Input) {
      this.setData({ last4: readLastFour(event.detail.value), asked: false })
    },
    onLetters() {
      this.setData({ letters: !this.data.letters })
    },
    onFind() {
      const { typed, last4, busy, online } = this.data
      const number = readTyped(typed)
      if (busy || !online) {
        return
      }
      if (!mayLookUp(number) || !isLastFour(last4)) {
        this.setData({ asked: true })
        return
      }
      this.triggerEvent('find', { cardNumber: number.digits, last4 })
    },
    onCancel() {
      this.triggerEvent('cancel')
    },
  },
})

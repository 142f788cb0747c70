/**
 * The four-digit number that the holder types, huge, with the seconds it lives. Black on white whatever the theme: two people
 * read it, one of them upside down.
 *   <number-panel digits="4821" seconds="{{42}}" not-yet="{{false}}" bind:scan bind:fresh bind:cancel />
 */
import { fill } from '../../../i18n/fill'
import { localised } from '../../../i18n/localised'
import { en } from '../../words/en'
import { zh } from '../../words/zh'

const words = { zh: zh.scan.number, en: en.scan.number }

Component({
  behaviors: [localised(words)],
  properties: {
    digits: { type: String, value: '' },
    seconds: { type: Number, value: 0 },
    notYet: { type: Boolean, value: false },
  },
  data: { left: '', label: '' },
  observers: {
    'digits, seconds, language'(digits: string, seconds: number, language: 'zh' | 'en') {
      this.setData({
        left: fill(words[language].left, { seconds }),
        label: fill(words[language].label, { digits: digits.split('').join(' ') }),
      })
    },
  },
  methods: {
    onScan() {
      this.triggerEvent('scan')
    },
    onFresh() {
      this.triggerEvent('fresh')
    },
    onCancel() {
      this.triggerEvent('cancel')
    },
  },
})

/**
 * The four-digit number that the holder types, huge, with the seconds it lives. Black on white whatever the theme: two people
 * read it, one of them upside down.
 *   <number-panel digits="4821" until="{{instant}}" not-yet="{{false}}" bind:scan bind:fresh bind:cancel />
 */
import { fill } from '../../../i18n/fill'
import { localised } from '../../../i18n/localised'
import { now } from '../../../services/clock'
import { secondsLeft } from '../../challenge'
import { en } from '../../words/en'
import { zh } from '../../words/zh'

const words = { zh: zh.scan.number, en: en.scan.number }
const TICK_MS = 500

Component({
  behaviors: [localised(words)],
  properties: {
    digits: { type: String, value: '' },
    /** When the number stops working, epoch milliseconds. */
    until: { type: Number, value: 0 },
    notYet: { type: Boolean, value: false },
  },
  data: { seconds: 0, left: '', label: '', ticking: 0 },
  observers: {
    until() {
      this.tick()
    },
    'digits, seconds, language'(digits: string, seconds: number, language: 'zh' | 'en') {
      this.setData({
        left: fill(words[language].left, { seconds }),
        label: fill(words[language].label, { digits: digits.split('').join(' ') }),
      })
    },
  },
  lifetimes: {
    attached() {
      this.setData({ ticking: setInterval(() => this.tick(), TICK_MS) as unknown as number })
    },
    detached() {
      clearInterval(this.data.ticking)
    },
  },
  methods: {
    tick() {
      const { until } = this.data
      this.setData({ seconds: secondsLeft({ until }, now()) })
    },
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

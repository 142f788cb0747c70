/**
 * The whole-screen verdict: colour, shape and two words first, then the reason, what to do, and what to compare with the
 * physical ID card. Everything comes in words (views.ts); this only puts it in place.
 *   <verdict-face face="{{face}}" bind:next="onScan" bind:number="onNumber" bind:stay="onStay" bind:companions="onCompanions" />
 * `companions` carries { count } when the guard counts people who came with the holder; policy allows none unless
 * face.mostCompanions says otherwise.
 */
import { localised } from '../../../i18n/localised'
import { en } from '../../words/en'
import { zh } from '../../words/zh'

type Counted = { companions?: number; mostCompanions?: number }

Component({
  behaviors: [localised({ zh: zh.scan.face, en: en.scan.face })],
  properties: {
    face: { type: Object, value: {} },
    /** A green face that goes by itself: says how to keep it. */
    leaving: { type: Boolean, value: false },
    /** The verdict changed after it was shown. */
    changed: { type: Boolean, value: false },
  },
  methods: {
    onNext() {
      this.triggerEvent('next')
    },
    onNumber() {
      this.triggerEvent('number')
    },
    onStay() {
      this.triggerEvent('stay')
    },
    onFewer() {
      this.count(-1)
    },
    onMore() {
      this.count(1)
    },
    count(change: number) {
      const { companions = 0, mostCompanions = 0 } = this.data.face as Counted
      const count = companions + change
      if (count >= 0 && count <= mostCompanions) {
        this.triggerEvent('companions', { count })
      }
    },
  },
})

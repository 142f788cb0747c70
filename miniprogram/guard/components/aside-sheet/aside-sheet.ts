/**
 * The scans that the office would not take, to look at, send again or hand to an administrator.
 *   <aside-sheet wx:if="{{aside}}" scans="{{aside}}" bind:retry="…" bind:copy="…" bind:close="…" />
 * Everything comes in words (views/aside.ts).
 */
import { localised } from '../../../i18n/localised'
import { en } from '../../words/en'
import { zh } from '../../words/zh'

Component({
  behaviors: [localised({ zh: zh.scan.aside, en: en.scan.aside })],
  properties: { scans: { type: Object, value: {} } },
  methods: {
    onRetry() {
      this.triggerEvent('retry')
    },
    onCopy() {
      this.triggerEvent('copy')
    },
    onClose() {
      this.triggerEvent('close')
    },
    // Swallows taps and moves, so that the page below stays where it is.
    onNothing() {},
  },
})

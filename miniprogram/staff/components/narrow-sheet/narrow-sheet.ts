/**
 * The sheet that narrows the queue: kind of document, what the archive says, round, returned before, in whose hands.
 *   <narrow-sheet open="{{narrowing}}" bind:narrow="onNarrow" bind:close="onCloseNarrow" />
 * `narrow` carries the new Narrowing; choosing what is chosen takes it back.
 */
import { localised } from '../../../i18n/localised'
import type { Day, Narrowing } from '../../../lib/domain'
import { now } from '../../../services/clock'
import { language } from '../../../services/language'
import { review } from '../../../services/review'
import { narrowing } from '../../narrowing'
import { type Choice, narrowGroups, withChoice } from '../../views/narrowing'
import { section } from '../../words'

Component({
  behaviors: [localised(section('narrow'))],
  properties: { open: { type: Boolean, value: false } },
  data: { rounds: [] as Day[], groups: [] as ReturnType<typeof narrowGroups> },
  observers: {
    open() {
      this.render()
      if (this.data.open) {
        void this.loadRounds()
      }
    },
    language() {
      this.render()
    },
  },
  methods: {
    render() {
      const { open, rounds } = this.data
      this.setData({ groups: open ? narrowGroups(narrowing(), rounds, language(), now()) : [] })
    },
    // Of the whole queue: a narrowed one has fewer.
    async loadRounds() {
      const reply = await review('counts', { narrow: {} })
      if (reply.ok) {
        this.setData({ rounds: reply.value.rounds })
        this.render()
      }
    },
    onOption(event: WechatMiniprogram.TouchEvent) {
      this.narrow(withChoice(narrowing(), event.currentTarget.dataset as Choice))
    },
    onClear() {
      this.narrow({})
    },
    narrow(wanted: Narrowing) {
      this.triggerEvent('narrow', wanted)
      this.render()
    },
    onClose() {
      this.triggerEvent('close')
    },
    // Swallows taps and moves, so that the page below stays where it is.
    onNothing() {},
  },
})

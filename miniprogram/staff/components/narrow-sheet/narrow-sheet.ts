/**
 * The sheet that narrows the queue: kind of document, round, returned before, in whose hands.
 *   <narrow-sheet groups="{{groups}}" bind:choose="onNarrow" bind:clear="onNarrowNothing" bind:close="onCloseNarrow" />
 * Closed while `groups` is empty. `choose` carries { group, id }; choosing what is chosen takes it back.
 */
import { localised } from '../../../i18n/localised'
import { section } from '../../words'

Component({
  behaviors: [localised(section('narrow'))],
  properties: { groups: { type: Array, value: [] } },
  methods: {
    onOption(event: WechatMiniprogram.TouchEvent) {
      const { group, id } = event.currentTarget.dataset as { group: string; id: string }
      this.triggerEvent('choose', { group, id })
    },
    onClear() {
      this.triggerEvent('clear')
    },
    onClose() {
      this.triggerEvent('close')
    },
    // Swallows taps and moves, so that the page below stays where it is.
    onNothing() {},
  },
})

/**
 * The keys of the application page, one row a command.
 *   <shortcut-sheet open="{{helping}}" bind:close="onCloseHelp" />
 */
import { localised } from '../../../i18n/localised'
import type { Language } from '../../../lib/domain'
import { shortcutRows } from '../../views/shortcuts'
import { section } from '../../words'

Component({
  behaviors: [localised(section('application'))],
  properties: { open: { type: Boolean, value: false } },
  data: { rows: [] as ReturnType<typeof shortcutRows> },
  observers: {
    'open, language'(open: boolean, language: Language) {
      this.setData({ rows: open ? shortcutRows(language) : [] })
    },
  },
  methods: {
    onClose() {
      this.triggerEvent('close')
    },
    // Swallows taps on the sheet itself.
    onNothing() {},
  },
})

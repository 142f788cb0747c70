/**
 * One line at the top of a page while the network is cut or slow; nothing while it is fine.
 *   <line-note />  or, where the page goes on without a network: <line-note cut-text="{{t.offline}}" />
 * `spaced` leaves room below where the page's own column does not.
 */
import { localised } from '../../i18n/localised'
import { section } from '../../i18n/words'
import { type Line, watchLine } from '../../services/line'

type Own = { deaf?: () => void }
const own = (component: object) => component as Own

Component({
  options: { virtualHost: true },
  behaviors: [localised(section('line'))],
  properties: {
    cutText: { type: String, value: '' },
    spaced: { type: Boolean, value: false },
  },
  data: { line: 'fine' as Line },
  lifetimes: {
    attached() {
      own(this).deaf = watchLine((line) => this.setData({ line }))
    },
    detached() {
      own(this).deaf?.()
    },
  },
})

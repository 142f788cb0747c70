/**
 * The four states of anything that is loaded: a skeleton, the content (slot), an empty page that says what to do, an error
 * with a retry.
 *   <page-state state="{{state}}" code="{{code}}" details="{{details}}" empty-text="{{t.nobody}}" bind:retry="load">…</page-state>
 * `state` is loading | ready | empty | error. Above them it says when the line is slow or cut (`cut-text` in the page's own words;
 * `quiet` where the page says it itself), and it tries again by itself when the network is back.
 */
import { localised } from '../../i18n/localised'
import { section } from '../../i18n/words'
import { watchNetwork } from '../../services/network'

type Own = { deaf?: () => void }
const own = (component: object) => component as Own

Component({
  behaviors: [localised(section('common'))],
  properties: {
    state: { type: String, value: 'loading' },
    code: { type: String, value: '' },
    details: { type: Object, value: {} },
    emptyText: { type: String, value: '' },
    cutText: { type: String, value: '' },
    quiet: { type: Boolean, value: false },
  },
  lifetimes: {
    attached() {
      let wasOnline = true
      own(this).deaf = watchNetwork((isOnline) => {
        const isBack = isOnline && !wasOnline
        wasOnline = isOnline
        // With a code beside it, what is shown is older than the page wanted.
        if (isBack && (this.data.state === 'error' || this.data.code !== '')) {
          this.onRetry()
        }
      })
    },
    detached() {
      own(this).deaf?.()
    },
  },
  methods: {
    onRetry() {
      this.triggerEvent('retry')
    },
  },
})

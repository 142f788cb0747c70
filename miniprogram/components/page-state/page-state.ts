/**
 * The four states of anything that is loaded: a skeleton, the content (slot), an empty page that says what to do, an error
 * with a retry.
 *   <page-state state="{{state}}" code="{{code}}" details="{{details}}" empty-text="{{t.nobody}}" bind:retry="load">…</page-state>
 * `state` is loading | ready | empty | error.
 */
import { localised } from '../../i18n/localised'
import { section } from '../../i18n/words'

Component({
  behaviors: [localised(section('common'))],
  properties: {
    state: { type: String, value: 'loading' },
    code: { type: String, value: '' },
    details: { type: Object, value: {} },
    emptyText: { type: String, value: '' },
  },
  methods: {
    onRetry() {
      this.triggerEvent('retry')
    },
  },
})

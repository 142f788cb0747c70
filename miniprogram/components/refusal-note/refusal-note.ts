/**
 * A refusal in words: what happened, what to do next and, when the page offers it, the button that does it.
 *   <refusal-note code="{{refusal.code}}" details="{{refusal.details}}" action="{{t.activate}}" bind:act="onActivate" />
 * Shows nothing while `code` is empty. `tone` is "bad" or "warn" (nobody did anything wrong, e.g. registration has stopped).
 */
import { localised } from '../../i18n/localised'
import { type RefusalDetails, sayRefusal } from '../../i18n/refusal'
import { section } from '../../i18n/words'
import type { Language, RefusalCode } from '../../lib/domain'

Component({
  behaviors: [localised(section('common'))],
  properties: {
    code: { type: String, value: '' },
    details: { type: Object, value: {} },
    action: { type: String, value: '' },
    tone: { type: String, value: 'bad' },
  },
  data: { say: '', next: '', referenceText: '' },
  observers: {
    'code, details, language'(code: RefusalCode | '', details: RefusalDetails | null, language: Language) {
      if (code === '') {
        return
      }
      const reference = details?.reference
      const { say, next } = sayRefusal(code, language, details ?? {})
      this.setData({ say, next, referenceText: reference === undefined ? '' : String(reference) })
    },
  },
  methods: {
    onAct() {
      this.triggerEvent('act', { code: this.data.code })
    },
  },
})

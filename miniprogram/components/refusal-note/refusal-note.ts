/**
 * A refusal in words: what happened, what to do next and, when the page offers it, the button that does it.
 *   <refusal-note code="{{refusal.code}}" details="{{refusal.details}}" action="{{t.activate}}" bind:act="onActivate" />
 * Where the card is not there yet, the visitor's way is offered as well (product "Visitor pass"); where only the office can help,
 * its page of contacts.
 * Shows nothing while `code` is empty. `tone` is "bad" or "warn" (nobody did anything wrong, e.g. registration has stopped).
 */
import { localised } from '../../i18n/localised'
import { type RefusalDetails, sayRefusal } from '../../i18n/refusal'
import { section } from '../../i18n/words'
import type { Language, RefusalCode } from '../../lib/domain'

/** Refusals that mean "not yet" or "not now": the campus is open to visitors meanwhile. */
const NOT_YET: readonly RefusalCode[] = [
  'registration_stopped',
  'registration_not_ready',
  'no_review_planned',
  'already_applied',
  'activation_too_early',
  'card_suspended',
]

/** Refusals that only the office can mend: how to reach it is one tap away, unless the page has something better to offer. */
const ASK_OFFICE: readonly RefusalCode[] = [
  'internal',
  'document_in_use',
  'card_exists',
  'campus_identity',
  'phone_unknown',
  'proof_not_matched',
  'activation_not_matched',
  'too_many_attempts',
  'card_suspended',
  'card_revoked',
  'account_has_other_card',
  'reader_suspended',
  'reader_revoked',
  'visit_attempts',
  'official_no_unionid',
]

Component({
  behaviors: [localised(section('common'))],
  properties: {
    code: { type: String, value: '' },
    details: { type: Object, value: {} },
    action: { type: String, value: '' },
    tone: { type: String, value: 'bad' },
  },
  data: { say: '', next: '', referenceText: '', visit: false, office: false },
  observers: {
    'code, details, language'(code: RefusalCode | '', details: RefusalDetails | null, language: Language) {
      if (code === '') {
        return
      }
      const reference = details?.reference
      const { say, next } = sayRefusal(code, language, details ?? {})
      const referenceText = reference === undefined ? '' : String(reference)
      const office = ASK_OFFICE.includes(code)
      this.setData({ say, next, referenceText, visit: NOT_YET.includes(code), office })
    },
  },
  methods: {
    onVisit() {
      wx.navigateTo({ url: '/alumni/pages/visit/visit' })
    },
    onHelp() {
      wx.navigateTo({ url: '/alumni/pages/help/help' })
    },
    onAct() {
      this.triggerEvent('act', { code: this.data.code })
    },
  },
})

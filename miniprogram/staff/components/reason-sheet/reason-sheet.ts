/**
 * The sheet that asks for the reason of a decision: a closed list, and a note that "other" needs.
 *   <reason-sheet question="{{question}}" busy="{{busy}}" bind:reason="onReason" bind:cancel="onCancelSheet" />
 * With a keyboard: digits choose, Enter confirms, Escape cancels (`press`). Closed while `question` is null. `reason` carries { reason, note }, the note only when one was written.
 */
import { fill } from '../../../i18n/fill'
import { localised } from '../../../i18n/localised'
import { type Language, NOTE_MAX } from '../../../lib/domain'
import { reasonAt } from '../../shortcuts'
import { section, words } from '../../words'

/** What is asked, in words. `id` tells one question from the next: what was chosen and written is for one question only. */
export type ReasonQuestion = {
  id: string
  head: string
  hint: string
  reasons: { id: string; name: string }[]
  notePlaceholder: string
  confirm: string
  danger: boolean
  /** A reason decides at once: what it decides can be undone. A note is written before. */
  oneTap?: boolean
}

const NEEDS_NOTE = 'other'

// Only an open sheet is touched, and then there is a question.
const asked = (question: object) => question as ReasonQuestion

Component({
  behaviors: [localised(section('sheet'))],
  properties: {
    question: { type: Object, value: {} },
    busy: { type: Boolean, value: false },
  },
  data: {
    asked: '',
    reason: '',
    note: '',
    noteMax: NOTE_MAX,
    left: '',
    missing: '',
    needsNote: false,
  },
  observers: {
    question(question: ReasonQuestion | null) {
      const id = question?.id ?? ''
      if (id !== this.data.asked) {
        this.setData({ asked: id, reason: '', note: '', missing: '' })
      }
    },
    'reason, note, language'(reason: string, note: string, language: Language) {
      const left = fill(words[language].sheet.left, { count: note.length, max: NOTE_MAX })
      this.setData({ needsNote: reason === NEEDS_NOTE, missing: '', left })
    },
  },
  methods: {
    onReason(event: WechatMiniprogram.TouchEvent) {
      const { id } = event.currentTarget.dataset as { id: string }
      this.choose(id)
    },
    choose(id: string) {
      this.setData({ reason: id })
      if (asked(this.data.question).oneTap && id !== NEEDS_NOTE) {
        this.onDecide()
      }
    },
    /** A key while the sheet is open. */
    press(key: string) {
      const reason = asked(this.data.question).reasons[reasonAt(key) ?? -1]
      if (reason) {
        this.choose(reason.id)
      } else if (key === 'Escape') {
        this.onCancel()
      } else if (key === 'Enter') {
        this.onDecide()
      }
    },
    onNote(event: WechatMiniprogram.TextareaInput) {
      this.setData({ note: event.detail.value.slice(0, NOTE_MAX) })
    },
    onDecide() {
      const { reason, needsNote, busy } = this.data
      const note = this.data.note.trim()
      if (busy) {
        return
      }
      if (reason === '' || (needsNote && note === '')) {
        this.setData({ missing: reason === '' ? this.data.t.reasonMissing : this.data.t.noteMissing })
        return
      }
      this.triggerEvent('reason', { reason, ...(note && { note }) })
    },
    onCancel() {
      this.triggerEvent('cancel')
    },
    // Swallows taps and moves, so that the page below stays where it is.
    onNothing() {},
  },
})

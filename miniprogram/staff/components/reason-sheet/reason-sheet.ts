/**
 * The sheet that asks for the reason of a return or a rejection: the closed list, and a note that "other" needs.
 *   <reason-sheet kind="{{sheet}}" busy="{{busy}}" bind:decide="onDecide" bind:cancel="onCancelSheet" />
 * Closed while `kind` is empty. `decide` carries the whole verdict.
 */
import { fill } from '../../../i18n/fill'
import { localised } from '../../../i18n/localised'
import { type Language, NOTE_MAX, rejectReasons, returnReasons, type Verdict } from '../../../lib/domain'
import { words } from '../../words'

type Kind = 'return' | 'reject' | ''
type Reason = NonNullable<Verdict['reason']>

Component({
  behaviors: [localised({ zh: words.zh.application.sheet, en: words.en.application.sheet })],
  properties: {
    kind: { type: String, value: '' },
    busy: { type: Boolean, value: false },
  },
  data: {
    reasons: [] as { id: Reason; name: string }[],
    reason: '' as Reason | '',
    note: '',
    noteMax: NOTE_MAX,
    left: '',
    head: '',
    confirm: '',
    missing: '',
    needsNote: false,
  },
  observers: {
    kind(kind: Kind) {
      if (kind !== '') {
        this.setData({ reason: '', note: '', missing: '' })
      }
    },
    'kind, language'(kind: Kind, language: Language) {
      const { application, reasons } = words[language]
      const list: readonly Reason[] = kind === 'return' ? returnReasons : rejectReasons
      this.setData({
        reasons: list.map((id) => ({ id, name: reasons[id] })),
        head: kind === 'return' ? application.sheet.returnHead : application.sheet.rejectHead,
        confirm: kind === 'return' ? application.sheet.return : application.sheet.reject,
      })
    },
    'reason, note, language'(reason: Reason | '', note: string, language: Language) {
      const needsNote = reason === 'other'
      this.setData({
        needsNote,
        missing: '',
        left: fill(words[language].application.sheet.left, { count: note.length, max: NOTE_MAX }),
      })
    },
  },
  methods: {
    onReason(event: WechatMiniprogram.TouchEvent) {
      const { id } = event.currentTarget.dataset as { id: Reason }
      this.setData({ reason: id })
    },
    onNote(event: WechatMiniprogram.TextareaInput) {
      this.setData({ note: event.detail.value.slice(0, NOTE_MAX) })
    },
    onDecide() {
      const { kind, reason, needsNote, busy } = this.data
      const note = this.data.note.trim()
      if (busy) {
        return
      }
      if (reason === '' || (needsNote && note === '')) {
        this.setData({ missing: reason === '' ? this.data.t.reasonMissing : this.data.t.noteMissing })
        return
      }
      this.triggerEvent('decide', { kind, reason, ...(note && { note }) })
    },
    onCancel() {
      this.triggerEvent('cancel')
    },
    // Swallows taps and moves, so that the page below stays where it is.
    onNothing() {},
  },
})

/**
 * The days without review that are being written: why, from when, until when.
 *   <closure-form id="draft" bind:add="onAdd" />
 * `add` carries a Closure. `write(closure)` puts one back into the form to change it.
 */
import { sayDate } from '../../../i18n/dates'
import { localised } from '../../../i18n/localised'
import type { Language } from '../../../lib/domain'
import type { Closure } from '../../settings-draft'
import { section } from '../../words'

const REASONS: readonly Closure['reason'][] = ['vacation', 'holiday']

Component({
  behaviors: [localised(section('settings'))],
  data: {
    reasons: REASONS,
    draft: { from: '', to: '', reason: 'vacation' } as Closure,
    days: { from: '', to: '' },
    wrong: '',
  },
  observers: {
    'draft, language'({ from, to }: Closure, language: Language) {
      const say = (day: string) => (day === '' ? '' : sayDate(day, language))
      this.setData({ days: { from: say(from), to: say(to) } })
    },
  },
  methods: {
    write(closure: Closure) {
      this.setData({ draft: { ...closure }, wrong: '' })
    },
    onReason({ currentTarget }: { currentTarget: { dataset: { id: Closure['reason'] } } }) {
      this.setData({ 'draft.reason': currentTarget.dataset.id })
    },
    onDay({ detail, currentTarget }: WechatMiniprogram.PickerChange) {
      const { end } = currentTarget.dataset as { end: 'from' | 'to' }
      const draft = { ...this.data.draft, [end]: detail.value }
      // A first day alone is a closure of one day until the last one is chosen.
      this.write({ ...draft, to: draft.to === '' ? draft.from : draft.to })
    },
    onAdd() {
      const { draft, t } = this.data
      if (draft.from === '' || draft.to < draft.from) {
        this.setData({ wrong: draft.from === '' ? t.dayMissing : t.dayOrder })
        return
      }
      this.write({ from: '', to: '', reason: draft.reason })
      this.triggerEvent('add', draft)
    },
  },
})

/**
 * One period of study: degree, school, major, years by picker, student number.
 *   <study-record study="{{item}}" index="{{index}}" errors="{{errors}}" removable bind:change bind:leave bind:remove />
 * `errors` are those of the whole form, by path. Emits `change` with { index, study }, `leave` with { field }, `remove` with
 * { index }.
 */
import { fill } from '../../../i18n/fill'
import { localised } from '../../../i18n/localised'
import { degrees, type FieldErrors, type Language, type Study } from '../../../lib/domain'
import { now } from '../../../services/clock'
import { yearsUntil } from '../../pages/form/years'
import { alumniWords, section } from '../../words/words'

type Errors = Partial<Record<keyof Study, string>>

Component({
  behaviors: [localised(section('form'))],
  properties: {
    study: { type: Object, value: {} },
    index: { type: Number, value: 0 },
    errors: { type: Object, value: {} },
    removable: { type: Boolean, value: false },
  },
  data: {
    heading: '',
    degreeNames: [] as string[],
    degreeIndex: 0,
    years: [] as number[],
    entryIndex: 0,
    graduationIndex: 0,
    wrong: {} as Errors,
  },
  observers: {
    'index, language'(index: number, language: Language) {
      const { form } = alumniWords[language]
      this.setData({
        heading: fill(form.study, { index: index + 1 }),
        degreeNames: degrees.map((degree) => form.degrees[degree]),
      })
    },
    study(study: Study) {
      const years = yearsUntil(now())
      // An empty year opens near the middle of a working life rather than at the newest.
      const indexOf = (year: number, otherwise: number) => (years.includes(year) ? years.indexOf(year) : otherwise)
      this.setData({
        degreeIndex: degrees.indexOf(study.degree),
        years,
        entryIndex: indexOf(study.entryYear, 14),
        graduationIndex: indexOf(study.graduationYear, Math.max(indexOf(study.entryYear, 14) - 4, 0)),
      })
    },
    'errors, index'(errors: FieldErrors, index: number) {
      const prefix = `studies.${index}.`
      const own = Object.entries(errors).filter(([path]) => path.startsWith(prefix))
      this.setData({ wrong: Object.fromEntries(own.map(([path, code]) => [path.slice(prefix.length), code])) })
    },
  },
  methods: {
    onText(event: WechatMiniprogram.Input) {
      const { field } = event.currentTarget.dataset as { field: 'school' | 'major' | 'studentNumber' }
      this.change({ [field]: event.detail.value })
    },
    onLeft(event: WechatMiniprogram.InputBlur) {
      this.leave((event.currentTarget.dataset as { field: string }).field)
    },
    onDegree(event: WechatMiniprogram.PickerChange) {
      this.change({ degree: degrees[Number(event.detail.value)] ?? 'other' })
    },
    onYear(event: WechatMiniprogram.PickerChange) {
      const { field } = event.currentTarget.dataset as { field: 'entryYear' | 'graduationYear' }
      this.change({ [field]: this.data.years[Number(event.detail.value)] ?? 0 })
      this.leave(field)
    },
    onRemove() {
      this.triggerEvent('remove', { index: this.data.index })
    },
    change(changed: Partial<Study>) {
      this.triggerEvent('change', { index: this.data.index, study: { ...(this.data.study as Study), ...changed } })
    },
    leave(field: string) {
      this.triggerEvent('leave', { field: `studies.${this.data.index}.${field}` })
    },
  },
})

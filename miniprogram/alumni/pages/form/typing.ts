/**
 * What people type into the form: every field's way into `form`, and its check when it is left. The page around it knows
 * steps and handing in; this part knows fields.
 */
import { type ApplicationForm, type Document, dayOf, type FieldErrors, limits, type Study } from '../../../lib/domain'
import { now } from '../../../services/clock'
import { blankForm, blankStudy } from './blank'
import type { OpenDraft } from './open-draft'
import { HOME_CODE, joinPhone, splitPhone } from './phone-parts'
import { errorsOf, errorsOfLeft, type Step } from './steps'

/** What the page holds beside its data. */
export type FormState = {
  /** Fields that were left; only these say what is wrong with them. */
  left?: Set<string>
  /** The document of the application that is amended. */
  registered?: Document | null
  /** Undefined before a form was opened. */
  draft?: OpenDraft
}

/** The page's own state, beside its data. */
export const stateOf = (page: object) => page as FormState

export const typing = Behavior({
  data: {
    step: 'identity' as Step,
    form: blankForm(),
    phoneCode: HOME_CODE,
    phoneNumber: '',
    errors: {} as FieldErrors,
    mostStudies: limits.studies,
    /** Photos on this phone, by field, while the page is open. */
    previews: {} as Record<string, string>,
    /** Whether the proof photo is asked for; until the archive answered, it is. */
    needsProof: true,
  },
  methods: {
    /** Puts a whole form on the screen. */
    fillIn(form: ApplicationForm) {
      stateOf(this).left = new Set()
      this.setData({ form, errors: {} })
      this.showPhone(form.phone)
    },
    showPhone(phone: string) {
      const { code, number } = splitPhone(phone)
      this.setData({ phoneCode: code, phoneNumber: number, 'form.phone': phone })
    },
    /** What is wrong in the step on the screen. */
    errorsHere(): FieldErrors {
      const { step, form, needsProof } = this.data
      return errorsOf(step, form, dayOf(now()), stateOf(this).registered ?? null, needsProof)
    },
    /** A field was left: from here on it says what is wrong with it. */
    leave(field: string) {
      const left = stateOf(this).left ?? new Set<string>()
      left.add(field)
      stateOf(this).left = left
      this.setData({ errors: errorsOfLeft(this.errorsHere(), left) })
    },
    onText(event: WechatMiniprogram.Input) {
      const { field } = event.currentTarget.dataset as { field: string }
      this.setData({ [`form.${field}`]: event.detail.value })
    },
    onBlur(event: WechatMiniprogram.InputBlur) {
      this.leave((event.currentTarget.dataset as { field: string }).field)
    },
    onLeave(event: WechatMiniprogram.CustomEvent<{ field: string }>) {
      this.leave(event.detail.field)
    },
    onDocument(event: WechatMiniprogram.CustomEvent<Document>) {
      this.setData({ 'form.document': event.detail })
    },
    onPhonePart(event: WechatMiniprogram.Input) {
      const { part } = event.currentTarget.dataset as { part: 'phoneCode' | 'phoneNumber' }
      this.setData({ [part]: event.detail.value })
      const { phoneCode, phoneNumber } = this.data
      this.setData({ 'form.phone': joinPhone({ code: phoneCode, number: phoneNumber }) })
    },
    onStudy(event: WechatMiniprogram.CustomEvent<{ index: number; study: Study }>) {
      const { index, study } = event.detail
      this.setData({ [`form.studies[${index}]`]: study })
    },
    onAddStudy() {
      const { studies } = this.data.form
      if (studies.length < limits.studies) {
        this.setData({ 'form.studies': [...studies, blankStudy()] })
      }
    },
    onRemoveStudy(event: WechatMiniprogram.CustomEvent<{ index: number }>) {
      const studies = this.data.form.studies.filter((_, index) => index !== event.detail.index)
      // Paths of the records below have moved up; they are checked again when they are left again.
      stateOf(this).left = new Set()
      this.setData({ 'form.studies': studies, errors: {} })
    },
    onPhoto(event: WechatMiniprogram.CustomEvent<{ file: string; path: string }>) {
      const { field } = event.currentTarget.dataset as { field: string }
      const { file, path } = event.detail
      this.setData({ [`form.${field}`]: file, [`previews.${field}`]: path })
      this.leave(field)
    },
  },
})

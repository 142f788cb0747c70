/**
 * The registration form in five steps. Fields are checked when they are left, by the rules of the cloud function; the draft is
 * kept at every turn, without the ID number. With ?amend=1 it opens the returned application instead of an empty form.
 */
import { sayMoment } from '../../../i18n/dates'
import { fill } from '../../../i18n/fill'
import { localised } from '../../../i18n/localised'
import {
  type ApplicationForm,
  type ApplicationView,
  type Document,
  dayOf,
  type FieldErrors,
  needsLatinName,
  type RefusalCode,
  type Study,
} from '../../../lib/domain'
import { now } from '../../../services/clock'
import { forgetDraft, keepDraft, readDraft } from '../../../services/draft'
import { language } from '../../../services/language'
import { registration } from '../../../services/registration'
import { readStanding } from '../../../services/standing'
import { readConsent } from '../../services/consent'
import { alumniWords, section } from '../../words/words'
import { blankForm, blankStudy } from './blank'
import { handIn } from './handing-in'
import { HOME_CODE, joinPhone, splitPhone } from './phone-parts'
import { errorsOf, errorsOfLeft, firstStepOf, firstWrongStep, type Step, steps } from './steps'
import { type SummarySection, summaryOf } from './summary'

const MOST_STUDIES = 5
const TIMELINE = '/alumni/pages/timeline/timeline'

type Details = Readonly<Record<string, string | number>>
/** What the page holds beside its data: the fields that were left, and the document of the application that is amended. */
type Own = { left?: Set<string>; registered?: Document | null; amends?: string }
const own = (page: object) => page as Own

Component({
  behaviors: [localised(section('form'))],
  data: {
    state: 'ready',
    amend: false,
    latinFirst: false,
    index: 0,
    step: 'identity' as Step,
    total: steps.length,
    progress: '',
    head: '',
    text: '',
    deadline: '',
    form: blankForm(),
    phoneCode: HOME_CODE,
    phoneNumber: '',
    masked: '',
    numberHint: '',
    restored: false,
    errors: {} as FieldErrors,
    previews: {} as Record<string, string>,
    summary: [] as SummarySection[],
    submitting: false,
    refusal: '' as RefusalCode | '',
    details: {} as Details,
    action: '',
  },
  observers: {
    'language, index, amend, masked'() {
      this.describe()
    },
    'form.document.type'(type: Document['type']) {
      this.setData({ latinFirst: needsLatinName(type) })
    },
  },
  methods: {
    async onLoad(query: { amend?: string }) {
      const amend = query.amend === '1'
      if (!readConsent()) {
        wx.redirectTo({ url: `/alumni/pages/consent/consent${amend ? '?amend=1' : ''}` })
        return
      }
      this.setData({ amend })
      if (amend) {
        await this.loadApplication()
      } else {
        this.restore('', blankForm())
      }
    },
    onHide() {
      this.keep()
    },
    onUnload() {
      this.keep()
    },
    /** Opens the returned application; its document number stays with the server. */
    async loadApplication() {
      this.setData({ state: 'loading' })
      const reply = await registration('status', {})
      const application = reply.ok ? reply.value.application : null
      if (application?.canAmend) {
        this.setData({ state: 'ready', masked: application.documentMasked })
        own(this).registered = application.form.document
        this.restore(application.id, application.form)
      } else {
        this.setData({ state: 'error', refusal: reply.ok ? 'cannot_amend' : reply.code })
      }
    },
    restore(amends: string, otherwise: ApplicationForm) {
      const draft = readDraft(amends)
      const form = draft?.form ?? otherwise
      const { code, number } = splitPhone(form.phone)
      own(this).amends = amends
      own(this).left = new Set()
      this.setData({ form, phoneCode: code, phoneNumber: number, restored: draft !== null && amends === '' })
      // The ID number is not in the draft, so a restored form opens where it is asked for.
      this.goTo(0)
    },
    /** Keeps what was typed, unless nothing was, or it was handed in. */
    keep() {
      const { form, index, state } = this.data
      const amends = own(this).amends
      if (amends === undefined || state !== 'ready' || JSON.stringify(form) === JSON.stringify(blankForm())) {
        return
      }
      keepDraft({ form, step: index, amends })
    },
    describe() {
      const { index, amend, masked } = this.data
      const t = alumniWords[language()].form
      const step = steps[index] ?? 'identity'
      const state = readStanding()?.state
      this.setData({
        step,
        progress: fill(t.progress, { current: index + 1, total: steps.length }),
        ...t.steps[step],
        numberHint: amend ? fill(t.keptNumber, { masked }) : '',
        deadline: state?.open ? fill(t.deadline, { cutOff: sayMoment(state.next.cutOff, language(), now()) }) : '',
        summary: summaryOf(this.data.form, language(), masked),
      })
      wx.setNavigationBarTitle({ title: amend ? t.amendTitle : t.newTitle })
    },
    goTo(index: number) {
      this.setData({ index, errors: {}, refusal: '' })
      wx.pageScrollTo({ scrollTop: 0, duration: 0 })
    },
    errors(): FieldErrors {
      const { step, form } = this.data
      return errorsOf(step, form, dayOf(now()), own(this).registered ?? null)
    },
    /** A field was left: from here on it says what is wrong with it. */
    leave(field: string) {
      own(this).left?.add(field)
      this.showErrors()
      this.keep()
    },
    showErrors() {
      this.setData({ errors: errorsOfLeft(this.errors(), own(this).left ?? new Set()) })
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
    async onPhoneTap(event: WechatMiniprogram.CustomEvent<{ code?: string }>) {
      const { code } = event.detail
      if (!code) {
        return // the person said no; the fields below are there
      }
      const reply = await registration('phoneNumber', { code })
      if (!reply.ok) {
        this.refuse(reply.code)
        return
      }
      const parts = splitPhone(reply.value.phone)
      this.setData({ phoneCode: parts.code, phoneNumber: parts.number, 'form.phone': reply.value.phone, refusal: '' })
      this.leave('phone')
    },
    onStudy(event: WechatMiniprogram.CustomEvent<{ index: number; study: Study }>) {
      const { index, study } = event.detail
      this.setData({ [`form.studies[${index}]`]: study })
    },
    onAddStudy() {
      const { studies } = this.data.form
      if (studies.length < MOST_STUDIES) {
        this.setData({ 'form.studies': [...studies, blankStudy()] })
      }
    },
    onRemoveStudy(event: WechatMiniprogram.CustomEvent<{ index: number }>) {
      const studies = this.data.form.studies.filter((_, index) => index !== event.detail.index)
      // Paths of the fields below have moved up; what was left is asked again when it is left again.
      own(this).left = new Set()
      this.setData({ 'form.studies': studies, errors: {} })
      this.keep()
    },
    onPhoto(event: WechatMiniprogram.CustomEvent<{ file: string; path: string }>) {
      const { field } = event.currentTarget.dataset as { field: string }
      const { file, path } = event.detail
      this.setData({ [`form.${field}`]: file, [`previews.${field}`]: path })
      this.leave(field)
    },
    onNext() {
      const errors = this.errors()
      this.setData({ errors })
      if (Object.keys(errors).length === 0) {
        this.goTo(this.data.index + 1)
        this.keep()
      }
    },
    onPrevious() {
      this.goTo(Math.max(this.data.index - 1, 0))
    },
    onEdit(event: WechatMiniprogram.TouchEvent) {
      const { step } = event.currentTarget.dataset as { step: Step }
      this.goTo(steps.indexOf(step))
    },
    async onSubmit() {
      if (this.data.submitting) {
        return
      }
      const wrong = firstWrongStep(this.data.form, dayOf(now()), own(this).registered ?? null)
      if (wrong) {
        this.goTo(steps.indexOf(wrong))
        this.setData({ errors: this.errors() })
        return
      }
      this.keep()
      this.setData({ submitting: true, refusal: '' })
      const reply = await handIn(this.data.form, this.data.amend)
      this.setData({ submitting: false })
      if (reply.ok) {
        this.done(reply.value.application)
      } else {
        this.refuse(reply.code, reply.details)
      }
    },
    done(_application: ApplicationView) {
      delete own(this).amends // nothing is kept from here on
      forgetDraft()
      wx.redirectTo({ url: TIMELINE })
    },
    refuse(code: RefusalCode, details: Details = {}) {
      if (code === 'form_invalid') {
        const errors = details as FieldErrors
        this.goTo(steps.indexOf(firstStepOf(errors)))
        this.setData({ errors })
        return
      }
      this.setData({ refusal: code, details, action: actionFor(code)?.words ?? '' })
    },
    onAct() {
      const { refusal } = this.data
      const action = refusal === '' ? null : actionFor(refusal)
      if (action) {
        wx.redirectTo({ url: action.url })
      }
    },
  },
})

function actionFor(code: RefusalCode): { words: string; url: string } | null {
  const { actions } = alumniWords[language()].form
  switch (code) {
    case 'already_applied':
    case 'cannot_amend':
      return { words: actions.timeline, url: TIMELINE }
    case 'card_exists':
      return { words: actions.activate, url: '/alumni/pages/activate/activate' }
    case 'document_in_use':
      return { words: actions.help, url: '/alumni/pages/help/help' }
    default:
      return null
  }
}

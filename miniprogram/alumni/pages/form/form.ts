/**
 * The registration form in five steps. Fields are checked when they are left, by the rules of the cloud function; the draft is
 * kept at every turn, without the ID number. With ?amend=1 it opens the returned application instead of an empty form.
 */
import { localised } from '../../../i18n/localised'
import {
  type ApplicationForm,
  type Document,
  dayOf,
  type FieldErrors,
  needsLatinName,
  type RefusalCode,
} from '../../../lib/domain'
import { now } from '../../../services/clock'
import { readConsent } from '../../../services/consent'
import { language } from '../../../services/language'
import { registration } from '../../../services/registration'
import { readStanding } from '../../../services/standing'
import { keepNotices, offerNotices } from '../../../services/subscribe'
import { takeCarried } from '../../carried'
import { alumniWords, section } from '../../words/words'
import { blankForm } from './blank'
import { handIn } from './handing-in'
import { OpenDraft } from './open-draft'
import { isProofNeeded } from './proof-question'
import { firstStepOf, firstWrongStep, type Step, steps } from './steps'
import { type SummarySection, summaryOf } from './summary'
import { stateOf, typing } from './typing'
import { formView, wayOut } from './view'

type Details = Readonly<Record<string, string | number>>

Component({
  behaviors: [localised(section('form')), typing],
  data: {
    state: 'ready' as 'ready' | 'loading' | 'error',
    amend: false,
    latinFirst: false,
    index: 0,
    total: steps.length,
    progress: '',
    head: '',
    text: '',
    deadline: '',
    masked: '',
    numberHint: '',
    restored: false,
    summary: [] as SummarySection[],
    submitting: false,
    refusal: '' as RefusalCode | '',
    details: {} as Details,
    action: '',
  },
  observers: {
    'language, index, masked'() {
      this.describe()
    },
    'form.document.type'(type: Document['type']) {
      this.setData({ latinFirst: needsLatinName(type) })
    },
    'form.**'() {
      stateOf(this).draft?.keepSoon()
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
        this.open('', blankForm())
      }
    },
    onHide() {
      stateOf(this).draft?.keep()
    },
    onUnload() {
      stateOf(this).draft?.close()
    },
    /** Opens the returned application; its document number stays with the server. */
    async loadApplication() {
      this.setData({ state: 'loading' })
      const reply = await registration('status', {})
      const application = reply.ok ? reply.value.application : null
      if (!application?.canAmend) {
        this.setData({ state: 'error', refusal: reply.ok ? 'cannot_amend' : reply.code })
        return
      }
      const { documentKept, documentMasked } = application
      stateOf(this).registered = documentKept ? application.form.document : null
      this.setData({ state: 'ready', masked: documentKept ? documentMasked : '' })
      this.open(application.id, application.form)
    },
    /** Opens the draft of this application, or the given form when there is none. */
    open(amends: string, otherwise: ApplicationForm) {
      const draft = new OpenDraft(amends, () => this.data)
      stateOf(this).draft = draft
      const form = draft.before ?? otherwise
      const carried = amends === '' ? takeCarried() : null
      this.fillIn(carried ? { ...form, document: carried } : form)
      // The ID number is not in the draft, so a restored form opens where it is asked for.
      this.setData({ restored: draft.before !== null && amends === '' })
      this.goTo(0)
    },
    describe() {
      const { index, amend, masked, form, needsProof } = this.data
      const situation = { index, masked, registration: readStanding()?.state ?? null }
      this.setData({
        step: steps[index] ?? 'identity',
        ...formView(situation, language(), now()),
        summary: summaryOf(form, language(), masked, needsProof),
      })
      const t = alumniWords[language()].form
      wx.setNavigationBarTitle({ title: amend ? t.amendTitle : t.newTitle })
    },
    goTo(index: number) {
      this.setData({ index, errors: {}, refusal: '' })
      wx.pageScrollTo({ scrollTop: 0, duration: 0 })
      stateOf(this).draft?.keep()
      if (steps[index] === 'photos') {
        void this.askForProof()
      }
    },
    /** Whom the archive knows need not photograph a diploma. Without an answer the photo is asked for. */
    async askForProof() {
      const needsProof = await isProofNeeded(this.data.form)
      // What said that the photo is missing is gone with the question.
      this.setData(needsProof ? { needsProof } : { needsProof, errors: {} })
    },
    onNext() {
      const errors = this.errorsHere()
      this.setData({ errors })
      if (Object.keys(errors).length === 0) {
        this.goTo(this.data.index + 1)
      }
    },
    onPrevious() {
      this.goTo(Math.max(this.data.index - 1, 0))
    },
    onEdit(event: WechatMiniprogram.TouchEvent) {
      const { step } = event.currentTarget.dataset as { step: Step }
      this.goTo(steps.indexOf(step))
    },
    async onPhoneTap(event: WechatMiniprogram.CustomEvent<{ code?: string }>) {
      const { code } = event.detail
      if (!code) {
        return // the person said no; the fields below are there
      }
      const reply = await registration('phoneNumber', { code })
      if (reply.ok) {
        this.setData({ refusal: '' })
        this.showPhone(reply.value.phone)
        this.leave('phone')
      } else {
        this.refuse(reply.code, reply.details)
      }
    },
    async onSubmit() {
      if (this.data.submitting) {
        return
      }
      const { form, needsProof } = this.data
      const wrong = firstWrongStep(form, dayOf(now()), stateOf(this).registered ?? null, needsProof)
      if (wrong) {
        this.goTo(steps.indexOf(wrong))
        this.setData({ errors: this.errorsHere() })
        return
      }
      this.setData({ submitting: true, refusal: '' })
      // WeChat may only be asked in the course of the tap, before the network is.
      const notices = await offerNotices(['review_result', 'activation_open'])
      const reply = await handIn(this.data.form, this.data.amend)
      this.setData({ submitting: false })
      if (reply.ok) {
        void keepNotices(notices)
        this.finish()
      } else {
        this.refuse(reply.code, reply.details)
      }
    },
    finish() {
      stateOf(this).draft?.forget()
      wx.redirectTo({ url: '/alumni/pages/timeline/timeline' })
    },
    refuse(code: RefusalCode, details: Details = {}) {
      if (code === 'form_invalid') {
        const errors = details as FieldErrors
        // The archive has changed its mind, or a reviewer wants to see it.
        this.setData({ needsProof: this.data.needsProof || errors.proof !== undefined })
        this.goTo(steps.indexOf(firstStepOf(errors)))
        this.setData({ errors })
        return
      }
      this.setData({ refusal: code, details, action: wayOut(code, language())?.words ?? '' })
    },
    onAct() {
      const { refusal } = this.data
      const out = refusal === '' ? null : wayOut(refusal, language())
      if (out) {
        wx.redirectTo({ url: out.url })
      }
    },
  },
})

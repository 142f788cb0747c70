/**
 * Entering a paper form on somebody's behalf: for reviewers, all fields on one page, by the rules and parts of the alumni's
 * form, which is why it stands in this package. Nothing is kept on the colleague's phone. Rules: domain/registration/paper.ts.
 */
import { sayDay } from '../../../i18n/dates'
import { fill } from '../../../i18n/fill'
import { localised } from '../../../i18n/localised'
import {
  addDays,
  checkContact,
  checkDocument,
  checkNames,
  checkPhotos,
  checkStudies,
  type Document,
  dayOf,
  type FieldErrors,
  type Language,
  languages,
  needsLatinName,
  type RefusalCode,
  type RegistrationReplies,
} from '../../../lib/domain'
import { now } from '../../../services/clock'
import { language } from '../../../services/language'
import { registration } from '../../../services/registration'
import { alumniWords } from '../../words/words'
import { blankForm } from '../form/blank'
import { typing } from '../form/typing'

const YEAR = 365

const sentences = (spoken: Language) => ({ ...alumniWords[spoken].form, paper: alumniWords[spoken].paper })

Component({
  behaviors: [localised({ zh: sentences('zh'), en: sentences('en') }), typing],
  data: {
    latinFirst: false,
    signedOn: '',
    signedMissing: false,
    today: '',
    earliest: '',
    spoken: 'zh' as Language,
    choices: [] as { id: Language; name: string }[],
    entering: false,
    wrong: false,
    refusal: '' as RefusalCode | '',
    done: null as { title: string; text: string } | null,
  },
  observers: {
    language() {
      const { paper } = alumniWords[language()]
      wx.setNavigationBarTitle({ title: paper.title })
      this.setData({ choices: languages.map((id) => ({ id, name: paper.languages[id] })) })
    },
    'form.document.type'(type: Document['type']) {
      this.setData({ latinFirst: needsLatinName(type) })
    },
  },
  methods: {
    onLoad() {
      this.blank()
    },
    blank() {
      const today = dayOf(now())
      const cleared = {
        signedOn: '',
        signedMissing: false,
        wrong: false,
        refusal: '' as const,
        done: null,
        previews: {},
      }
      this.setData({ ...cleared, today, earliest: addDays(today, -YEAR) })
      this.fillIn(blankForm())
    },
    // All steps stand on one page.
    errorsHere(): FieldErrors {
      const { form } = this.data
      const today = dayOf(now())
      return {
        ...checkDocument(form.document, today),
        ...checkNames(form),
        ...checkContact(form),
        ...checkStudies(form.studies, today),
        ...checkPhotos(form),
      }
    },
    onSignedOn(event: WechatMiniprogram.PickerChange) {
      this.setData({ signedOn: String(event.detail.value), signedMissing: false })
    },
    onSpoken(event: WechatMiniprogram.TouchEvent) {
      const { id } = event.currentTarget.dataset as { id: Language }
      this.setData({ spoken: id })
    },
    async onEnter() {
      const { form, signedOn, spoken, entering } = this.data
      if (entering) {
        return
      }
      const errors = this.errorsHere()
      const wrong = Object.keys(errors).length > 0 || signedOn === ''
      this.setData({ errors, wrong, signedMissing: signedOn === '', refusal: '' })
      if (wrong) {
        return
      }
      this.setData({ entering: true })
      const reply = await registration('enterPaper', { form, signedOn, language: spoken })
      this.setData({ entering: false })
      if (reply.ok) {
        this.finish(reply.value)
      } else if (reply.code === 'form_invalid') {
        this.setData({ errors: (reply.details ?? {}) as FieldErrors, wrong: true })
      } else {
        this.setData({ refusal: reply.code })
      }
    },
    finish({ documentMasked, round, amended }: RegistrationReplies['enterPaper']) {
      const { paper } = alumniWords[language()]
      const text = fill(paper.doneText, { masked: documentMasked, day: sayDay(round, language(), now()) })
      this.setData({ done: { title: amended ? paper.amended : paper.done, text } })
      // The number of the document does not stay on this phone.
      this.fillIn(blankForm())
      wx.pageScrollTo({ scrollTop: 0, duration: 0 })
    },
    onAnother() {
      this.blank()
    },
    onBack() {
      wx.navigateBack()
    },
  },
})

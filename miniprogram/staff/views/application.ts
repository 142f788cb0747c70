/** One application in words: everything that a reviewer looks at to decide. */
import { sayCardNumber } from '../../i18n/card-number'
import { sayDate, sayDay, sayMoment } from '../../i18n/dates'
import { fill } from '../../i18n/fill'
import {
  countries,
  type Document,
  type Instant,
  isIssuedInChina,
  type Language,
  type ReviewApplication,
  timeOf,
} from '../../lib/domain'
import type { LastDecision } from '../desk'
import type { Left } from '../reviewing'
import { words } from '../words'
import { studyView } from './study'

/** The page's content. The full document number is never part of it. */
export function applicationView(application: ReviewApplication, language: Language, now: Instant) {
  const { application: sentences, documentTypes } = words[language]
  const { nameChinese, nameLatin, documentType, documentCountry, returnedBefore } = application
  const isForeign = !isIssuedInChina(documentType)
  const { hold } = application
  const isHeld = hold !== null && !hold.mine
  // Four eyes: whoever entered it from paper leaves it to a colleague.
  const isOwn = application.paper?.own === true && application.decidable && application.decision === null
  return {
    id: application.id,
    nameChinese,
    nameLatin,
    name: nameChinese || nameLatin,
    otherName: nameChinese && nameLatin ? nameLatin : '',
    portraitUrl: application.portraitUrl,
    proofUrl: application.proofUrl,
    photos: [application.portraitUrl, application.proofUrl].filter(Boolean),
    documentType: documentTypes[documentType],
    country: isForeign ? countryText(documentCountry, language) : '',
    documentMasked: application.documentMasked,
    studies: application.studies.map((study, index) => studyView(study, index, language)),
    phone: application.phoneMasked,
    email: application.email,
    submitted: fill(sentences.submitted, { moment: sayMoment(application.submittedAt, language, now) }),
    returned: returnedBefore > 0 ? fill(sentences.returnedBefore, { count: returnedBefore }) : '',
    collects: application.collects ? fill(sentences.collects, { number: sayCardNumber(application.collects) }) : '',
    decision: decisionView(application, language, now),
    decidable: application.decidable,
    closedText: application.decidable ? '' : closedText(application, language, now),
    paper: paperText(application, language),
    isOwn,
    canDecide: application.decidable && !isHeld && !isOwn,
    held: isHeld ? fill(sentences.held, { name: hold?.name ?? '', time: timeOf(hold?.until ?? now) }) : '',
  }
}

export type ApplicationView = ReturnType<typeof applicationView>

function paperText({ paper }: ReviewApplication, language: Language): string {
  if (!paper) {
    return ''
  }
  const { paper: entered, paperOwn } = words[language].application
  return fill(paper.own ? paperOwn : entered, { name: paper.by, day: sayDate(paper.signedOn, language) })
}

function decisionView({ decision }: ReviewApplication, language: Language, now: Instant) {
  if (!decision) {
    return null
  }
  const { application: sentences, decisions, reasons } = words[language]
  const { kind, reason, note, at } = decision
  return {
    kind,
    text: fill(sentences.decided, { kind: decisions[kind], moment: sayMoment(at, language, now) }),
    reason: reason ? fill(sentences.decidedReason, { reason: reasons[reason] }) : '',
    note: note ?? '',
  }
}

function countryText(code: string, language: Language): string {
  const known = countries.find((country) => country.code === code)
  return code && fill(words[language].application.country, { country: known?.name[language] ?? code })
}

// Not yet in review, or settled: both cannot be decided, and the reviewer should know which.
function closedText({ stage, round }: ReviewApplication, language: Language, now: Instant): string {
  const { notYet, finished } = words[language].application
  return stage === 'submitted' ? fill(notYet, { day: sayDay(round, language, now) }) : finished
}

/** The undo bar, or ''. */
export function lastText(last: LastDecision | null, language: Language): string {
  return last ? fill(words[language].application.last[last.kind], { name: last.name }) : ''
}

/** What to say when nothing is left for this reviewer. */
export function leftText({ all, own }: Left, language: Language): string {
  const { allDoneHint, othersRead, ownLeft } = words[language].application
  const others = all > own ? fill(othersRead, { count: all - own }) : ''
  const mine = own > 0 ? fill(ownLeft, { count: own }) : ''
  return all === 0 ? allDoneHint : [others, mine].filter(Boolean).join(' ')
}

/** A full number in groups that an eye can compare: 321102 19900101 0011; others in fours. */
export function groupNumber({ number }: Document): string {
  const parts =
    number.length === 18 ? [number.slice(0, 6), number.slice(6, 14), number.slice(14)] : number.match(/.{1,4}/g)
  return (parts ?? []).join(' ')
}

/** Entries of the audit log in words: who, what, when; and what a verification found. */
import { sayMoment } from '../../i18n/dates'
import { fill } from '../../i18n/fill'
import {
  type AuditEntryView,
  type AuditHead,
  type AuditProblem,
  groupCardNumber,
  type Instant,
  isImportedCardNumber,
  type Language,
  university,
} from '../../lib/domain'
import { words } from '../words'

const SHORT_ID = 8
const CODE_CHARACTERS = 16
const GROUPS_OF_FOUR = /.{4}(?=.)/g

/** One line of the log. */
export function entryLine(entry: AuditEntryView, language: Language, now: Instant) {
  const { audit } = words[language]
  const { id, at, by, action, subject, sealed } = entry
  return {
    id,
    who: by === '' ? audit.system : by,
    what: audit.actions[action] ?? action,
    when: sayMoment(at, language, now),
    about: [aboutOf(entry, language), ...detailsOf(entry, language)].filter((text) => text !== '').join(' · '),
    application: isApplication(entry) ? subject : '',
    waiting: sealed ? '' : audit.waiting,
  }
}

function isApplication({ action, subject }: AuditEntryView): boolean {
  return action.startsWith('review.') && /^[0-9a-f]{32}$/.test(subject)
}

function aboutOf(entry: AuditEntryView, language: Language): string {
  if (isApplication(entry)) {
    return fill(words[language].audit.application, { id: entry.subject.slice(0, SHORT_ID) })
  }
  return isImportedCardNumber(entry.subject) ? groupCardNumber(entry.subject) : ''
}

/** What an entry says beside its subject; words of closed lists where there are any. */
function detailsOf({ details }: AuditEntryView, language: Language): string[] {
  const { audit } = words[language]
  return Object.entries(details).map(([name, value]) => {
    // Yes is said by what it is about, no by saying nothing.
    if (value === 'true' || value === 'false') {
      return value === 'true' ? (audit.details[name] ?? '') : ''
    }
    const said = wordOf(String(value), language)
    // A reason of a closed list says enough by itself; one in somebody's own words needs its name.
    const isListed = name === 'reason' && said !== String(value)
    const label = isListed ? undefined : audit.details[name]
    return label === undefined ? said : `${label} ${said}`
  })
}

function wordOf(value: string, language: Language): string {
  const { roles, decisions, reasons, cardReasons, cardStatuses, marks } = words[language]
  const point = university.points.find(({ id }) => id === value)
  const lists: Record<string, string>[] = [roles, decisions, cardStatuses, marks.outcomes, reasons, cardReasons]
  return point?.name[language] ?? lists.find((list) => value in list)?.[value] ?? value
}

/** Where the chain ends, short enough to be noted down. */
export function headCode({ link }: Pick<AuditHead, 'link'>): string {
  return link.slice(0, CODE_CHARACTERS).replace(GROUPS_OF_FOUR, '$& ')
}

/** How many entries are sealed. */
export function sealedText(head: AuditHead, language: Language): string {
  const { check } = words[language].audit
  return head.entries === 0 ? check.none : fill(check.sealed, { count: head.entries, code: headCode(head) })
}

/** What a finished verification says. */
export function outcomeView(head: AuditHead, problems: readonly AuditProblem[], language: Language) {
  const { check, problems: sentences } = words[language].audit
  if (problems.length === 0) {
    const hint = fill(check.goodHint, { count: head.entries, code: headCode(head) })
    return { good: true, title: check.good, hint, lines: [] }
  }
  const lines = problems.map(({ kind, block, entry = '' }, id) => ({
    id,
    text: sentences[kind],
    place: [block > 0 ? fill(check.place, { block }) : check.anywhere, entry.slice(0, SHORT_ID)].join(' ').trim(),
  }))
  return { good: false, title: fill(check.bad, { count: problems.length }), hint: check.badHint, lines }
}

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
function detailsOf({ action, details }: AuditEntryView, language: Language): string[] {
  const { audit } = words[language]
  return Object.entries(details).map(([name, value]) => {
    // Yes is said by what it is about, no by saying nothing.
    if (isAnswer(value)) {
      return value === 'true' || value === 'yes' ? (audit.details[name] ?? '') : ''
    }
    const said = wordOf(String(value), action, language)
    // A reason of a closed list says enough by itself; one in somebody's own words needs its name.
    const isListed = name === 'reason' && said !== String(value)
    const label = isListed ? undefined : audit.details[name]
    return label === undefined ? said : `${label} ${said}`
  })
}

const isAnswer = (value: string | number) => ['true', 'false', 'yes', 'no'].includes(String(value))

function wordOf(value: string, action: string, language: Language): string {
  const { roles, decisions, reasons, cardReasons, cardStatuses, marks, audit } = words[language]
  const point = university.points.find(({ id }) => id === value)
  const common = [roles, decisions, cardStatuses, marks.outcomes, reasons, cardReasons, audit.values]
  const lists: Record<string, string>[] = [...listsOf(action, language), ...common]
  return point?.name[language] ?? lists.find((list) => value in list)?.[value] ?? value
}

// Lists of one function; the same word may stand for something else in another one.
function listsOf(action: string, language: Language): Record<string, string>[] {
  const { imports, messages, visitors, exports } = words[language]
  const lists: Record<string, Record<string, string>[]> = {
    archive: [imports.kinds],
    notifications: [messages.events],
    visitor: [visitors.refusals],
    office: [exports.contents, exports.formats],
  }
  return lists[action.split('.')[0] ?? ''] ?? []
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

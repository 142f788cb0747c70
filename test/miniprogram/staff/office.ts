/** A small review office for the staff's pages: applications that are decided, undone and closed like the real ones. */
import type { QueueFilter, ReviewApplication, RoundView, Verdict } from '../../../miniprogram/lib/domain'
import { type Answer, ok, refused } from '../harness/phone'

const PAGE = 20
const HOUR = 3_600_000
export const CUT_OFF = Date.parse('2026-11-19T12:00:00+08:00')
export const NOW = CUT_OFF + 2 * HOUR

type Stored = Omit<ReviewApplication, 'next'>

export function application(number: number): Stored {
  return {
    id: `app-${String(number).padStart(8, '0')}`,
    version: 1,
    stage: 'in_review',
    nameChinese: `张${number}`,
    nameLatin: '',
    documentType: 'resident_id',
    documentCountry: '',
    documentMasked: `321***********${String(number).padStart(4, '0')}`,
    phoneMasked: '+86 ··· 5678',
    email: '',
    studies: [{ school: '机械工程学院', major: '机械设计', degree: 'bachelor', entryYear: 2010, graduationYear: 2014 }],
    portraitUrl: `https://photos/${number}-portrait.jpg`,
    proofUrl: `https://photos/${number}-proof.jpg`,
    submittedAt: CUT_OFF - number * HOUR,
    returnedBefore: 0,
    round: '2026-11-19',
    decision: null,
    decidable: true,
  }
}

export class ReviewOffice {
  readonly applications: Stored[]
  due: RoundView['due'] = { day: '2026-11-19', cutOff: CUT_OFF, closing: false }
  lastClosed: RoundView['lastClosed'] = null
  readonly revealed: string[] = []
  /** Applications settled by each call of close. */
  pace = 10

  constructor(count: number) {
    this.applications = Array.from({ length: count }, (_, index) => application(index + 1))
  }

  /** The functions as the harness's phone calls them. */
  answers(): Record<string, Answer> {
    return {
      'review.queue': ({ filter, after }) => this.queue(filter, after),
      'review.application': ({ id }) => this.read(id),
      'review.decide': ({ id, version, verdict }) => this.decide(id, version, verdict),
      'review.undo': ({ id, version }) => this.undo(id, version),
      'review.revealDocument': ({ id }) => this.reveal(id),
      'review.round': () => ok(this.round()),
      'review.close': ({ round, carryOver }) => this.close(round, carryOver),
    }
  }

  one(id: string): Stored {
    const found = this.applications.find((each) => each.id === id)
    if (!found) {
      throw new Error(`no ${id}`)
    }
    return found
  }

  counts(): Record<QueueFilter, number> {
    const of = (filter: QueueFilter) => this.list(filter).length
    return {
      undecided: of('undecided'),
      approve: of('approve'),
      return: of('return'),
      reject: of('reject'),
      waiting: of('waiting'),
    }
  }

  round(): RoundView {
    const next = { day: '2026-11-26', cutOff: CUT_OFF + 7 * 24 * HOUR }
    return { now: NOW, due: this.due, next, counts: this.counts(), lastClosed: this.lastClosed }
  }

  private list(filter: QueueFilter): Stored[] {
    if (filter === 'waiting') {
      return []
    }
    return this.applications.filter(({ decision }) => (decision?.kind ?? 'undecided') === filter)
  }

  private queue(filter: QueueFilter, after?: string) {
    const list = this.list(filter).filter(({ id }) => !after || id > after)
    const items = list.slice(0, PAGE).map((each) => ({
      id: each.id,
      name: each.nameChinese,
      documentMasked: each.documentMasked,
      documentType: each.documentType,
      study: each.studies[0],
      submittedAt: each.submittedAt,
      round: each.round,
      decision: each.decision?.kind ?? null,
    }))
    return ok({ items, after: list.length > PAGE ? items.at(-1)?.id : null, counts: this.counts() })
  }

  private next(id: string): string | null {
    const others = this.list('undecided').filter((each) => each.id !== id)
    return (others.find((each) => each.id > id) ?? others[0])?.id ?? null
  }

  private read(id: string) {
    const found = this.applications.find((each) => each.id === id)
    return found ? ok({ ...found, next: this.next(id) }) : refused('application_unknown')
  }

  decide(id: string, version: number, verdict: Verdict) {
    const found = this.one(id)
    if (found.version !== version) {
      return refused('already_decided')
    }
    found.version += 1
    found.decision = { ...verdict, at: NOW }
    return ok({ version: found.version })
  }

  private undo(id: string, version: number) {
    const found = this.one(id)
    if (found.version !== version) {
      return refused('already_decided')
    }
    found.version += 1
    found.decision = null
    return ok({ version: found.version })
  }

  private reveal(id: string) {
    this.revealed.push(id)
    return ok({ document: { type: 'resident_id', country: 'CHN', number: '321102199001010011' } })
  }

  private close(round: string, carryOver: boolean) {
    const undecided = this.list('undecided')
    if (undecided.length > 0 && !carryOver) {
      return refused('undecided_remain', { count: undecided.length })
    }
    if (this.due?.day !== round) {
      return refused('round_not_due')
    }
    this.due = { ...this.due, closing: true }
    const settled = this.applications.splice(0, this.pace)
    const left = this.applications.length
    if (left > 0) {
      return ok({ done: false, handled: settled.length, left, summary: null })
    }
    this.due = null
    this.lastClosed = {
      day: round,
      closedAt: NOW,
      approved: 3,
      returned: 2,
      rejected: 1,
      carriedOver: undecided.length,
    }
    return ok({ done: true, handled: settled.length, left: 0, summary: this.lastClosed })
  }
}

/** A small review office for the staff's pages: applications that are decided, undone and closed like the real ones. */
import type { Narrowing, QueueFilter, ReviewApplication, RoundView, Verdict } from '../../../miniprogram/lib/domain'
import { type Answer, ok, refused } from '../harness/phone'

const PAGE = 20
const HOUR = 3_600_000
export const CUT_OFF = Date.parse('2026-11-19T12:00:00+08:00')
export const NOW = CUT_OFF + 2 * HOUR

type Stored = ReviewApplication

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
    collects: null,
    paper: null,
    round: '2026-11-19',
    decision: null,
    decidable: true,
    position: String(number).padStart(8, '0'),
    hold: null,
  }
}

export const COLLEAGUE = { mine: false, name: '孙磊', until: NOW + 300_000 }
const MINE = { mine: true, name: '周敏', until: NOW + 300_000 }

export class ReviewOffice {
  readonly applications: Stored[]
  due: RoundView['due'] = { day: '2026-11-19', cutOff: CUT_OFF, closing: false, progress: null }
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
      'review.queue': ({ filter, narrow, after }) => this.queue(filter, narrow, after),
      'review.counts': ({ narrow }) => ok({ counts: this.counts(narrow), rounds: ['2026-11-19'], own: this.own() }),
      'review.application': ({ id }) => this.read(id),
      'review.next': ({ inHand, after }) => this.next(inHand, after),
      'review.hold': ({ ids }) => ok({ until: NOW, lost: ids.filter((id: string) => !this.one(id).hold?.mine) }),
      'review.release': ({ ids }) => this.release(ids),
      'review.search': ({ text }) => this.search(text),
      'review.decisions': () => this.decisions(),
      'review.undoSeveral': ({ decisions }) => this.undoSeveral(decisions),
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

  counts(narrow: Narrowing = {}): Record<QueueFilter, number> {
    const of = (filter: QueueFilter) => this.list(filter, narrow).length
    return {
      undecided: of('undecided'),
      approve: of('approve'),
      return: of('return'),
      reject: of('reject'),
      waiting: of('waiting'),
    }
  }

  /** How many undecided ones the reviewer entered from paper themselves. */
  private own(): number {
    return this.list('undecided').filter(({ paper }) => paper?.own).length
  }

  round(): RoundView {
    const next = { day: '2026-11-26', cutOff: CUT_OFF + 7 * 24 * HOUR }
    return { now: NOW, due: this.due, next, counts: this.counts(), lastClosed: this.lastClosed }
  }

  private list(filter: QueueFilter, { documentType }: Narrowing = {}): Stored[] {
    if (filter === 'waiting') {
      return []
    }
    return this.applications.filter(
      (each) =>
        (each.decision?.kind ?? 'undecided') === filter && (!documentType || each.documentType === documentType),
    )
  }

  private queue(filter: QueueFilter, narrow: Narrowing, after?: string) {
    const list = this.list(filter, narrow).filter(({ id }) => !after || id > after)
    const items = list.slice(0, PAGE).map((each) => this.item(each))
    return ok({ items, after: list.length > PAGE ? items.at(-1)?.id : null })
  }

  private item(each: Stored) {
    return {
      id: each.id,
      name: each.nameChinese,
      documentMasked: each.documentMasked,
      documentType: each.documentType,
      study: each.studies[0],
      submittedAt: each.submittedAt,
      round: each.round,
      stage: each.stage,
      returnedBefore: each.returnedBefore,
      paper: each.paper,
      decision: each.decision?.kind ?? null,
      hold: each.hold,
    }
  }

  private next(inHand: string[], after = '') {
    const free = this.list('undecided').filter(({ id, hold, paper }) => !inHand.includes(id) && !hold && !paper?.own)
    const application = free.find(({ position }) => position > after) ?? free[0] ?? null
    return ok({ application: application && this.taken(application) })
  }

  private taken(application: Stored) {
    application.hold ??= application.decision || application.paper?.own ? null : MINE
    return { ...application }
  }

  private release(ids: string[]) {
    for (const id of ids) {
      this.one(id).hold = null
    }
    return ok(null)
  }

  private search(text: string) {
    const found = this.applications.filter(({ nameChinese }) => nameChinese.startsWith(text))
    return ok({ items: found.map((each) => this.item(each)), more: false })
  }

  private decisions() {
    const decided = this.applications.filter(({ decision }) => decision).reverse()
    const items = decided.map(({ id, version, nameChinese, decision, stage }) => {
      return { id, version, name: nameChinese, ...decision, undoable: stage === 'in_review' }
    })
    return ok({ items, count: items.length })
  }

  private undoSeveral(wanted: { id: string; version: number }[]) {
    const isUndone = ({ id, version }: { id: string; version: number }) => this.undo(id, version).ok
    const undone = wanted.filter(isUndone).map(({ id }) => id)
    return ok({ undone, kept: wanted.map(({ id }) => id).filter((id) => !undone.includes(id)) })
  }

  private read(id: string) {
    const found = this.applications.find((each) => each.id === id)
    return found ? ok(this.taken(found)) : refused('application_unknown')
  }

  decide(id: string, version: number, verdict: Verdict) {
    const found = this.one(id)
    if (found.version !== version) {
      return refused('already_decided')
    }
    found.version += 1
    found.decision = { ...verdict, at: NOW }
    found.hold = null
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

/** How a person used what they hold: phones, scans and what was unusual about them, visits, messages. */

import { messageEvents } from '../../domain/notifications/templates'
import type { CopyRow, PersonalData } from '../../domain/privacy/copy'
import { find, getAll, type Stored } from '../_kit/store'
import type { Place } from '../_kit/walk'
import { walkPage } from '../_kit/walk'
import type { PersonOnRecord } from './person'

const MOST = 1000

type Use = Pick<PersonalData, 'phones' | 'scans' | 'marks' | 'visits' | 'messages'>

export async function gatherUse({ applications, cards, visits }: PersonOnRecord): Promise<Use> {
  const bindings = await bindingsOf(cards, visits)
  const [scans, marks, messages] = await Promise.all([
    Promise.all(bindings.map(({ serial }) => scansOf(serial))),
    Promise.all(cards.map(({ _id }) => marksOf(_id))),
    messagesOf([...applications, ...cards, ...visits].map(({ _id }) => _id)),
  ])
  return {
    phones: bindings.map(({ serial, cardNumber, boundAt, state, validUntil }) => ({
      ...{ serial, cardNumber, boundAt, validUntil },
      bindingState: state,
    })),
    scans: newestFirst(scans.flat().map(scanRow)),
    marks: newestFirst(marks.flat()),
    visits: visits.map(visitRow),
    messages: newestFirst(messages),
  }
}

const newestFirst = <Row extends { at: unknown }>(rows: Row[]) => rows.sort((a, b) => Number(b.at) - Number(a.at))

async function bindingsOf(
  cards: readonly Stored<'cards'>[],
  visits: readonly Stored<'visits'>[],
): Promise<Stored<'bindings'>[]> {
  const page = { order: 'boundAt', direction: 'desc', limit: MOST } as const
  const ofCards = await Promise.all(cards.map(({ _id }) => find('bindings', { cardNumber: _id }, page)))
  const ofVisits = await getAll(
    'bindings',
    visits.flatMap(({ serial }) => (serial === null ? [] : [String(serial)])),
  )
  return [...ofCards.flat(), ...ofVisits.values()]
}

/** All of them, however many. */
async function scansOf(serial: number): Promise<Stored<'scans'>[]> {
  const found: Stored<'scans'>[] = []
  let place: Place | null = null
  let isLast = false
  while (!isLast) {
    const page: Awaited<ReturnType<typeof walkPage<'scans'>>> = await walkPage(
      { collection: 'scans', where: { serial }, by: 'at' },
      place,
    )
    found.push(...page.records)
    place = page.place
    isLast = page.isLast
  }
  return found
}

function scanRow({ at, point, verdict, how, online, companions, serial }: Stored<'scans'>): CopyRow<'scans'> {
  return { at, point, verdict, way: how, online, companions, serial }
}

async function marksOf(cardNumber: string): Promise<CopyRow<'marks'>[]> {
  const marks = await find('marks', { cardNumber }, { limit: MOST })
  return marks.map(({ at, kind, settled }) => ({
    ...{ at, markKind: kind, cardNumber },
    settledAt: settled?.at,
    outcome: settled?.outcome,
  }))
}

function visitRow(visit: Stored<'visits'>): CopyRow<'visits'> {
  const { askedAt, day, point, reason, note, state, outcome, decision } = visit
  return {
    ...{ askedAt, day, point, note },
    visitReason: reason,
    visitState: state,
    visitOutcome: outcome,
    leaveBy: visit.leaveBy,
    refusal: decision?.reason,
    told: decision?.note,
  }
}

/** Messages are named by what they tell about; what stood in them is the rest of the copy. */
async function messagesOf(subjects: readonly string[]): Promise<CopyRow<'messages'>[]> {
  const names = subjects.flatMap((subject) => messageEvents.map((event) => `${event}:${subject}`))
  const pages = await Promise.all(
    names.map((from) => walkPage({ collection: 'outbox', by: '_id', from, to: `${from}\uffff` }, null)),
  )
  const found = pages.flatMap(({ records }) => records)
  return found.map(({ createdAt, event, channel, state, phoneMasked }) => ({
    ...{ at: createdAt, event, channel, phoneMasked },
    deliveryState: state,
  }))
}

/** What the queue can be narrowed to, in words. */
import { sayDay } from '../../i18n/dates'
import {
  type Day,
  documentTypes,
  type Hands,
  hands,
  type Instant,
  type Language,
  type MatchKind,
  matchKinds,
  type Narrowing,
} from '../../lib/domain'
import { words } from '../words'

/** A choice on the sheet. Ids are texts: they travel through the page's markup. */
export type Choice = { group: keyof Narrowing; id: string }

/** The groups of the sheet; the round is asked only when there are several. */
export function narrowGroups(chosen: Narrowing, rounds: readonly Day[], language: Language, now: Instant) {
  const { narrow, documentTypes: types } = words[language]
  const group = (id: keyof Narrowing, ids: readonly string[], nameOf: (option: string) => string) => ({
    id,
    name: narrow.groups[id],
    options: ids.map((option) => ({ id: option, name: nameOf(option), chosen: String(chosen[id]) === option })),
  })
  return [
    group('documentType', documentTypes, (id) => types[id as keyof typeof types]),
    group('match', matchKinds, (id) => narrow.matches[id as MatchKind]),
    ...(rounds.length > 1 ? [group('round', rounds, (id) => sayDay(id, language, now))] : []),
    group('returnedBefore', ['true', 'false'], (id) => narrow.returned[id as 'true' | 'false']),
    group('hands', hands, (id) => narrow.hands[id as Hands]),
  ]
}

/** The narrowing after a tap: chosen, changed or taken back. */
export function withChoice(before: Narrowing, { group, id }: Choice): Narrowing {
  const isChosen = String(before[group]) === id
  const value = group === 'returnedBefore' ? id === 'true' : id
  return { ...before, [group]: isChosen ? undefined : value } as Narrowing
}

/** What is chosen, in one line; '' for nothing. */
export function narrowLine(chosen: Narrowing, language: Language, now: Instant): string {
  const rounds = chosen.round ? [chosen.round, ''] : []
  const groups = narrowGroups(chosen, rounds, language, now)
  return groups.flatMap(({ options }) => options.filter((option) => option.chosen).map(({ name }) => name)).join(' · ')
}

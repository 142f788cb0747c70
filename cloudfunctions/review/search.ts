/**
 * Finding applications in any state, of any round: by name, card number, application number, last four, or the whole
 * document number. That one is turned into its digest here and kept nowhere; the look-up itself is on record, and shown
 * to its person.
 */
import { ok } from '../../domain/result'
import type { ReviewRequest } from '../../domain/review/api'
import { readSearch, type SearchTerm } from '../../domain/review/search'
import { dayOf } from '../../domain/time/shanghai'
import { oneOf, startingWith } from '../_kit/conditions'
import { digestsOf } from '../_kit/digest'
import { recordLookUp } from '../_kit/look-ups'
import type { Call } from '../_kit/serve'
import { find, get, type Stored } from '../_kit/store'
import type { Answer } from './answer'
import { queueItem } from './queue-item'

const MOST_FOUND = 20

type Found = Stored<'applications'>[]

export async function search({ text }: ReviewRequest<'search'>, call: Call): Answer<'search'> {
  const terms = readSearch(text, dayOf(call.now))
  const answers = await Promise.all(terms.map(lookFor))
  const byDocument = terms.findIndex(({ kind }) => kind === 'document')
  if (byDocument >= 0) {
    await recordSearch(answers[byDocument] ?? [], call)
  }
  const found = new Map(answers.flat().map((application) => [application._id, application]))
  const items = [...found.values()].slice(0, MOST_FOUND).map((application) => queueItem(application, call))
  return ok({ items, more: found.size > MOST_FOUND })
}

function recordSearch(found: Found, call: Call): Promise<void> {
  const details = { by: 'document', count: found.length }
  return recordLookUp(call, 'review.search', { subject: found[0]?._id ?? '', found, details })
}

async function lookFor(term: SearchTerm): Promise<Found> {
  const limit = MOST_FOUND + 1
  switch (term.kind) {
    case 'application':
      return one(term.id)
    case 'card':
      return one((await get('cards', term.number))?.application ?? '')
    case 'last4':
      return find('applications', { last4: term.last4 }, { limit })
    case 'document':
      return find('applications', { digest: oneOf(term.documents.flatMap(digestsOf)) }, { limit })
    case 'nameChinese':
      return find('applications', { nameChinese: startingWith(term.prefix) }, { order: 'nameChinese', limit })
    default:
      return (await Promise.all(term.prefixes.map(byLatinName))).flat()
  }
}

async function byLatinName(prefix: string): Promise<Found> {
  const limit = MOST_FOUND + 1
  const name = startingWith(prefix)
  const answers = await Promise.all([
    find('applications', { nameLatinKey: name }, { order: 'nameLatinKey', limit }),
    find('applications', { nameLatinSecond: name }, { order: 'nameLatinSecond', limit }),
    find('applications', { nameLatinLast: name }, { order: 'nameLatinLast', limit }),
  ])
  return answers.flat()
}

async function one(id: string): Promise<Found> {
  const found = id === '' ? null : await get('applications', id)
  return found ? [found] : []
}

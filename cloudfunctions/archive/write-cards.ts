/**
 * Cards that were issued before this system, to be activated like new ones (notice II). A card and the claim on its
 * holder's document are written in one transaction, so a number or a person never gets two. A card that is in use is
 * left as it is.
 */
import { ok, refuse } from '../../domain/result'
import { documentClaim } from '../_kit/claims'
import { digestOf } from '../_kit/digest'
import { inLanes } from '../_kit/lanes'
import { getAll, type Stored, updateAll, updateWhere } from '../_kit/store'
import { Busy } from '../_kit/store-errors'
import { transact } from '../_kit/transaction'
import { cardChanges, olderCard } from './older-card'
import { type Chunk, earlierOutcome, type GoodRow, newMarks, type Outcome, type Problem, rowProblem } from './outcome'

type OlderCard = GoodRow<'cards'> & { digest: string }
type Known = { cards: Map<string, Stored<'cards'>>; claims: Map<string, Stored<'claims'>> }
type Sorted = { fresh: OlderCard[]; changed: OlderCard[]; same: string[]; outcome: Outcome }

const ATTEMPTS = 5
const LANES = 6
/** Cards of one transaction, which lives 30 seconds. */
const BATCH = 25
const neverOver = () => false

export async function writeCards(rows: GoodRow<'cards'>[], chunk: Chunk): Promise<Outcome> {
  const { once, twice } = onceEach(rows.map((row) => ({ ...row, digest: digestOf(row.value.document) })))
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const known = await knownOf(once)
    const sorted = sort(once, known, chunk)
    if (await insertFresh(sorted.fresh, chunk)) {
      await inLanes(sorted.changed, LANES, neverOver, (card) => change(card, known, chunk))
      await updateAll('cards', sorted.same, { seen: chunk.name })
      return { ...sorted.outcome, problems: [...twice, ...sorted.outcome.problems] }
    }
  }
  throw new Busy()
}

function onceEach(cards: readonly OlderCard[]): { once: OlderCard[]; twice: Problem[] } {
  const seen = new Set<string>()
  const once: OlderCard[] = []
  const twice: Problem[] = []
  for (const card of cards) {
    if (seen.has(card.value.number) || seen.has(card.digest)) {
      twice.push(rowProblem(card.row, 'row_twice'))
    } else {
      seen.add(card.value.number).add(card.digest)
      once.push(card)
    }
  }
  return { once, twice }
}

async function knownOf(cards: readonly OlderCard[]): Promise<Known> {
  const [byNumber, byClaim] = await Promise.all([
    getAll(
      'cards',
      cards.map(({ value }) => value.number),
    ),
    getAll(
      'claims',
      cards.map(({ digest }) => documentClaim(digest)),
    ),
  ])
  return { cards: byNumber, claims: byClaim }
}

function sort(cards: readonly OlderCard[], known: Known, chunk: Chunk): Sorted {
  const sorted: Sorted = {
    fresh: [],
    changed: [],
    same: [],
    outcome: { fresh: 0, changed: 0, unchanged: 0, problems: [] },
  }
  for (const card of cards) {
    const stored = known.cards.get(card.value.number)
    const claim = known.claims.get(documentClaim(card.digest))
    const problem = conflict(card, stored, claim)
    const earlier = stored ? earlierOutcome(stored, chunk) : null
    if (problem || earlier === 'twice') {
      sorted.outcome.problems.push(rowProblem(card.row, problem ?? 'row_twice'))
    } else if (!stored || earlier === 'fresh') {
      sorted.outcome.fresh += 1
      sorted.fresh.push(...(stored ? [] : [card]))
    } else if (earlier === 'changed' || cardChanges(stored, card.value, chunk.today)) {
      sorted.outcome.changed += 1
      sorted.changed.push(...(earlier ? [] : [card]))
    } else {
      sorted.outcome.unchanged += 1
      sorted.same.push(card.value.number)
    }
  }
  return sorted
}

function conflict(
  { value, digest }: OlderCard,
  stored: Stored<'cards'> | undefined,
  claim: Stored<'claims'> | undefined,
): Problem['problem'] | null {
  if (stored && stored.digest !== digest) {
    return 'row_number_taken'
  }
  if (!claim || claim.card === value.number) {
    return null
  }
  return claim.card === null ? 'row_has_application' : 'row_has_card'
}

/** @returns false when somebody else took a number or a person meanwhile */
async function insertFresh(cards: readonly OlderCard[], chunk: Chunk): Promise<boolean> {
  const batches = Array.from({ length: Math.ceil(cards.length / BATCH) }, (_, n) =>
    cards.slice(n * BATCH, (n + 1) * BATCH),
  )
  let isTaken = false
  await inLanes(batches, LANES, neverOver, async (batch) => {
    const inserted = await transact<null, 'taken'>(
      async (transaction) => {
        for (const { value, digest } of batch) {
          const claim = { application: null, card: value.number, openid: null }
          await transaction.insert('claims', documentClaim(digest), claim)
          await transaction.insert('cards', value.number, { ...olderCard(value, digest, chunk), ...newMarks(chunk) })
        }
        return ok(null)
      },
      async () => refuse('taken'),
    )
    isTaken ||= !inserted.ok
  })
  return !isTaken
}

async function change({ value }: OlderCard, { cards }: Known, chunk: Chunk): Promise<void> {
  const stored = cards.get(value.number)
  const changes = stored && cardChanges(stored, value, chunk.today)
  if (changes) {
    // Not if it was activated meanwhile.
    const marks = { written: chunk.name, seen: chunk.name }
    await updateWhere('cards', { _id: value.number, status: 'issued' }, { ...changes, ...marks })
  }
}

/** A random sample of the exact matches, to be looked at before all of them are approved. */
import { ok, refuse } from '../../domain/result'
import type { ReviewRequest } from '../../domain/review/api'
import { SAMPLE_SIZE } from '../../domain/review/bulk'
import type { Review } from '../../domain/review/calendar'
import type { Match } from '../../domain/review/match'
import type { SampleItem } from '../../domain/review/match-api'
import { photoAddresses } from '../_kit/photos'
import { randomId, randomPlaces } from '../_kit/random'
import type { Call } from '../_kit/serve'
import { count, find, insert, type Stored } from '../_kit/store'
import type { Answer } from './answer'
import { dueRound, exactOf } from './exact'

export async function sampleExact(_: ReviewRequest<'sampleExact'>, call: Call): Answer<'sampleExact'> {
  const { openid, now, staff } = call
  const due = await dueRound(now)
  if (!due) {
    return refuse('round_not_due')
  }
  const total = await count('applications', exactOf(due))
  const sample = await drawSample(due, total)
  if (sample.length === 0) {
    return refuse('nothing_exact')
  }
  const { matchAll } = await import('../_kit/matching')
  const id = randomId()
  const [matches, addresses] = await Promise.all([
    matchAll(sample),
    photoAddresses(sample.flatMap(({ portrait, proof }) => [portrait, proof])),
    insert('bulks', id, {
      round: due.day,
      state: 'sampled',
      sampledAt: now,
      sample: sample.map(({ _id }) => _id),
      by: openid,
      byName: staff?.name ?? '',
    }),
  ])
  const items = sample.map((application, index) =>
    itemOf(application, matches[index] as Match, addresses.slice(2 * index, 2 * index + 2)),
  )
  return ok({ id, total, items })
}

/** Any application is as likely as any other: places are drawn, not the first ones taken. */
async function drawSample(due: Review, total: number): Promise<Stored<'applications'>[]> {
  const drawn = await Promise.all(
    randomPlaces(total, SAMPLE_SIZE).map((skip) =>
      find('applications', exactOf(due), { order: 'position', skip, limit: 1 }),
    ),
  )
  // When applications are decided meanwhile, two places can hold the same one.
  return [...new Map(drawn.flat().map((application) => [application._id, application])).values()]
}

function itemOf(
  { _id, nameChinese, nameLatin, documentType, documentMasked }: Stored<'applications'>,
  match: Match,
  [portraitUrl = '', proofUrl = '']: readonly string[],
): SampleItem {
  return {
    id: _id,
    name: nameChinese || nameLatin,
    otherName: nameChinese && nameLatin,
    documentType,
    documentMasked,
    portraitUrl,
    proofUrl,
    match,
  }
}

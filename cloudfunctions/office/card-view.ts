/** A card as staff see it: masked, with its last scans. */
import type { OfficeCard, ScanView } from '../../domain/office/api'
import { photoAddresses } from '../_kit/photos'
import type { ScanRecord } from '../_kit/records/gate'
import { count, find, type Stored } from '../_kit/store'

const SCANS = 20
/** Phones of one card whose scans are looked through; nobody has had more within memory. */
const PHONES = 10

export async function cardView(card: Stored<'cards'>): Promise<OfficeCard> {
  const { _id: number, status, maskedName, last4, issuedAt, activatedAt, validUntil, binding } = card
  const [[portraitUrl = ''], scans, openMarks] = await Promise.all([
    photoAddresses([card.portrait]),
    lastScans(number),
    count('marks', { cardNumber: number, state: 'open' }),
  ])
  return {
    number,
    status,
    class: card.class,
    maskedName,
    last4,
    portraitUrl,
    issuedAt,
    activatedAt,
    validUntil,
    boundSince: binding?.boundAt ?? null,
    change: changeOf(card),
    scans,
    openMarks,
  }
}

/** A scan beside a card or a mark. */
export function scanView({ at, point, verdict, how, companions, online }: ScanRecord): ScanView {
  return { at, point, verdict, how, companions, online }
}

function changeOf({ change }: Stored<'cards'>): OfficeCard['change'] {
  if (!change) {
    return null
  }
  const { status, reason, note, at, byName } = change
  return { status, reason, note, at, by: byName }
}

async function lastScans(number: string): Promise<ScanView[]> {
  const bindings = await find(
    'bindings',
    { cardNumber: number },
    { order: 'boundAt', direction: 'desc', limit: PHONES },
  )
  if (bindings.length === 0) {
    return []
  }
  const pages = await Promise.all(
    bindings.map(({ serial }) => find('scans', { serial }, { order: 'at', direction: 'desc', limit: SCANS })),
  )
  return pages
    .flat()
    .sort((a, b) => b.at - a.at)
    .slice(0, SCANS)
    .map(scanView)
}

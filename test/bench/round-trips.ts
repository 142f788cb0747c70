/** Database round trips of each action, transaction start and commit counted, over one person's whole way. */
import { deviceSigner, fromHex, showPass, stepOf } from '../../domain/pass'
import { DAY } from '../../domain/time/shanghai'
import { CUT_OFF } from '../cloudfunctions/harness/cloud'
import {
  APPROVE,
  activation,
  close,
  deviceKey,
  GUARD,
  openOffice,
  REVIEWER,
  submission,
} from '../cloudfunctions/harness/office'
import { person } from '../cloudfunctions/harness/people'
import type { Row } from './measure'
import { bench, databaseTrips, startProduct } from './product'

async function measure(dataDir: string): Promise<Row[]> {
  const ecard = await startProduct(dataDir, { timers: false })
  const { cloud } = ecard
  const rows: Row[] = []
  const counted = async <T>(what: string, limit: number, work: () => Promise<T>): Promise<T> => {
    cloud.world.statistics.reset()
    const value = await work()
    rows.push({ what: `round trips: ${what}`, value: databaseTrips(ecard), unit: '', note: `budget ${limit}` })
    return value
  }
  await openOffice(ecard)
  const who = person(1)
  const { devicePublicKey, secret } = deviceKey(1)
  const { application } = await counted('submit', 6, () =>
    ecard.value(who.openid, 'registration', 'submit', submission(who)),
  )
  await ecard.moveTo(CUT_OFF)
  const decision = { id: application.id, version: 1, verdict: APPROVE }
  await counted('decide', 6, () => ecard.value(REVIEWER, 'review', 'decide', decision))
  await close(ecard)
  await ecard.moveTo(CUT_OFF + DAY)
  const proved = activation(ecard, who)
  await counted('activate', 9, () => ecard.value(who.openid, 'activation', 'activate', proved))
  const shown = await counted('show card', 1, () => ecard.value(who.openid, 'card', 'show', { devicePublicKey }))
  const credential = fromHex(shown.credential.credential)
  if (!credential) {
    throw new Error('no credential')
  }
  const text = showPass({ credential, step: stepOf(ecard.now), challenge: null, sign: deviceSigner(secret) })
  const scan = { text, point: 'gate-east', challenge: null }
  await counted('gate check', 1, () => ecard.value(GUARD, 'gate', 'check', scan))
  await cloud.stop()
  return rows
}

bench(measure)

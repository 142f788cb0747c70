/** Visitors' phones: what they ask for, the codes that they show, and what a gate says with and without a network. */
import { isOpen } from '../../../domain/gate/opening'
import { listFacts } from '../../../domain/gate/status-list-facts'
import {
  decide,
  deviceSigner,
  fromHex,
  type GateKeys,
  showPass,
  stepOf,
  VerifiedCredentials,
} from '../../../domain/pass'
import { findPoint, type Point } from '../../../domain/university'
import type { TestCloud } from '../harness/cloud'
import type { GuardPhone } from '../harness/gate'
import { deviceKey, GUARD } from '../harness/office'
import type { Person } from '../harness/people'

export const GATE = 'gate-east'
const gate = findPoint(GATE) as Point

/** What somebody sends to ask for a day; the phone's key follows from `seed`. */
export function visit(day: string, fields: object = {}, seed = 1) {
  const { devicePublicKey } = deviceKey(seed)
  return { day, point: GATE, reason: 'campus', devicePublicKey, language: 'zh', ...fields }
}

export const ask = (ecard: TestCloud, who: Pick<Person, 'openid'>, day: string, fields: object = {}, seed = 1) =>
  ecard.call(who.openid, 'visitor', 'ask', visit(day, fields, seed))

export async function asked(ecard: TestCloud, who: Pick<Person, 'openid'>, day: string, seed = 1): Promise<any> {
  const reply = await ecard.value(who.openid, 'visitor', 'ask', visit(day, {}, seed))
  return reply.visit
}

/** The text of a day pass now. @param pass hex, as the phone keeps it */
export function codeOf(ecard: TestCloud, pass: string, seed = 1): string {
  const sign = deviceSigner(deviceKey(seed).secret)
  return showPass({ credential: fromHex(pass)!, step: stepOf(ecard.now), challenge: null, sign })
}

/** The verdict of the office, asked by a guard's phone that is online. */
export async function online(ecard: TestCloud, text: string): Promise<any> {
  return ecard.value(GUARD, 'gate', 'check', { text, point: GATE, challenge: null })
}

/** The verdict of a guard's phone with no network, by the keys and the list that it took before. */
export async function offline(ecard: TestCloud, guard: GuardPhone, text: string, now = ecard.now): Promise<string> {
  const { keys } = await guard.open()
  const known = keys.map(({ keyId, issuer, view }: { keyId: number; issuer: string; view: string }) => {
    return [keyId, { issuer: fromHex(issuer), view: fromHex(view) }]
  })
  return decide(text, {
    now,
    keys: new Map<number, GateKeys>(known),
    ...listFacts(guard.list, now),
    maxListAge: 24 * 3_600_000,
    seen: new Map(),
    challenge: null,
    point: { id: GATE, opens: (passClass, at) => isOpen(gate, passClass, at) },
    verified: new VerifiedCredentials(),
  }).verdict
}

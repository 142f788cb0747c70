/**
 * The steps of a story that most tests begin with: the office opens, people apply, reviewers decide, the round closes.
 */
import { ed25519 } from '@noble/curves/ed25519.js'
import { CUT_OFF, type TestCloud, THURSDAY } from './cloud'
import { BOOTSTRAP_CODE } from './keys'
import { consent, type Person } from './people'

export const ADMIN = 'o-admin'
export const REVIEWER = 'o-reviewer'
export const SECOND_REVIEWER = 'o-reviewer-2'
export const GUARD = 'o-guard'

/** The first admin, two reviewers, a guard. */
export async function openOffice(ecard: TestCloud): Promise<void> {
  await ecard.value(ADMIN, 'office', 'bootstrap', { code: BOOTSTRAP_CODE, name: '吴芳' })
  for (const [openid, role] of [
    [REVIEWER, 'reviewer'],
    [SECOND_REVIEWER, 'reviewer'],
    [GUARD, 'guard'],
  ] as const) {
    const { code } = await ecard.value(ADMIN, 'office', 'invite', { role, name: role })
    await ecard.value(openid, 'office', 'join', { code })
  }
}

export function submission(who: Person, language = 'zh') {
  return { form: who.form, consent, language }
}

export async function apply(ecard: TestCloud, who: Person, language = 'zh'): Promise<any> {
  const { application } = await ecard.value(who.openid, 'registration', 'submit', submission(who, language))
  return application
}

/** A decision by the first reviewer, whatever the version. */
export async function decide(ecard: TestCloud, id: string, verdict: object, by = REVIEWER): Promise<any> {
  const { version } = await ecard.value(by, 'review', 'application', { id })
  return ecard.value(by, 'review', 'decide', { id, version, verdict })
}

export const APPROVE = { kind: 'approve' }
export const RETURN = { kind: 'return', reason: 'portrait_unclear' }
export const REJECT = { kind: 'reject', reason: 'not_found_in_archive' }

export function close(ecard: TestCloud, carryOver = false, round = THURSDAY, by = REVIEWER) {
  return ecard.call(by, 'review', 'close', { round, carryOver })
}

/** A phone's own key pair. */
export function deviceKey(seed: number) {
  const secret = new Uint8Array(32).fill(seed)
  return { secret, devicePublicKey: Buffer.from(ed25519.getPublicKey(secret)).toString('hex') }
}

/** Everybody applies, is approved, and the round closes. */
export async function issueTo(ecard: TestCloud, people: readonly Person[]): Promise<void> {
  const applications = []
  for (const who of people) {
    applications.push(await apply(ecard, who))
  }
  if (ecard.now < CUT_OFF) {
    await ecard.moveTo(CUT_OFF)
  }
  for (const { id } of applications) {
    await decide(ecard, id, APPROVE)
  }
  const closed = await close(ecard)
  if (!closed.value?.done) {
    throw new Error(`The round did not close: ${JSON.stringify(closed)}\n${ecard.lastLog()}`)
  }
}

/** WeChat's word for somebody's number, as the button on the phone gives it. */
export function phoneProof(ecard: TestCloud, openid: string, phone: string) {
  ecard.cloud.world.phones.register(openid, phone)
  return { kind: 'wechat_phone', code: ecard.cloud.world.phones.createCode(openid) }
}

export function activation(ecard: TestCloud, who: Person, seed = 1, openid = who.openid) {
  const { devicePublicKey } = deviceKey(seed)
  return { document: who.form.document, proof: phoneProof(ecard, openid, who.phone), devicePublicKey }
}

/** An admin saves settings, whatever they were. */
export async function saveSettings(ecard: TestCloud, settings: object): Promise<any> {
  const { version } = await ecard.value(ADMIN, 'office', 'readSettings')
  return ecard.value(ADMIN, 'office', 'writeSettings', { settings, version })
}

/** A store with everything that is sealed or found by a digest, and what must not be in it when a key was replaced. */
import { createHash, createHmac } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { documentKeyText } from '../../../domain/identity'
import { addDays, dayOf, instantAt } from '../../../domain/time/shanghai'
import { startCloud } from '../../../emulator/cloud/cloud'
import { buildAll } from '../harness/build'
import { CUT_OFF, cloudOptions, MONDAY, type TestCloud, THURSDAY } from '../harness/cloud'
import { ALUMNI_HEADERS, alumniRow, importFile } from '../harness/import'
import { functionKeys } from '../harness/keys'
import { ADMIN, APPROVE, activation, apply, close, decide, openOffice, REJECT } from '../harness/office'
import { foreigner, type Person, person } from '../harness/people'
import { csv } from '../harness/spreadsheet'
import { asked } from '../visitor/visits'

const key = (seed: number) => Buffer.alloc(32, seed).toString('base64')

export const oldKeys: Record<string, string> = functionKeys
/** Both keys are being replaced. */
export const newKeys: Record<string, string> = {
  ...functionKeys,
  IDENTITY_ENCRYPTION_KEY: key(101),
  IDENTITY_ENCRYPTION_KEYS_BESIDE: functionKeys.IDENTITY_ENCRYPTION_KEY,
  IDENTITY_DIGEST_KEY: key(102),
  IDENTITY_DIGEST_KEYS_EARLIER: functionKeys.IDENTITY_DIGEST_KEY,
}
/** As it is when all is done. */
export const afterwards: Record<string, string> = { ...newKeys, IDENTITY_ENCRYPTION_KEYS_BESIDE: '' }

export const holder = person(1)
export const waiting = person(2)
export const shredded = person(3)
export const returned = person(4)
export const teacher = person(5)
export const olderHolder = person(6)
/** Somebody else's second document is the holder's. */
export const passport = foreigner(7)
export const everybody = [holder, waiting, shredded, returned, teacher, olderHolder, passport]

/** Starts the functions with these keys, on the data that are there. */
export async function startWith(ecard: TestCloud, keys: Record<string, string>): Promise<void> {
  ecard.cloud = await startCloud({ ...cloudOptions(buildAll(), ecard.dataDir, keys), timers: false })
}

/** Deploys the functions anew with these keys. */
export async function restartWith(ecard: TestCloud, keys: Record<string, string>): Promise<void> {
  await ecard.cloud.stop()
  await startWith(ecard, keys)
}

/** A Monday's and a Thursday's work under the old keys. @returns the key of the visit */
export async function fill(ecard: TestCloud): Promise<string> {
  await startWith(ecard, oldKeys)
  ecard.cloud.controls.reset(MONDAY)
  await openOffice(ecard)
  await importLists(ecard)
  const ids = new Map<Person, string>()
  for (const who of [holder, shredded, returned]) {
    ids.set(who, (await apply(ecard, who)).id)
  }
  await ecard.moveTo(CUT_OFF)
  await decide(ecard, ids.get(holder) as string, APPROVE)
  await decide(ecard, ids.get(shredded) as string, REJECT)
  await decide(ecard, ids.get(returned) as string, { kind: 'return', reason: 'portrait_unclear' })
  await close(ecard)
  await ecard.moveTo(instantAt(addDays(THURSDAY, 1), '09:00'))
  await ecard.value(holder.openid, 'activation', 'activate', activation(ecard, holder))
  await ecard.setRecord('applications', ids.get(shredded) as string, { documentSealed: null, shredFrom: null })
  await apply(ecard, waiting)
  const visit = await asked(ecard, waiting, addDays(dayOf(ecard.now), 2))
  const one = { cardNumber: ecard.records('cards').find(({ openid }) => openid === holder.openid)._id }
  const joined = { one, other: { document: passport.form.document }, reason: 'other_document' }
  await ecard.value(ADMIN, 'office', 'joinIdentities', joined)
  return visit.id
}

async function importLists(ecard: TestCloud): Promise<void> {
  const rowOf = (who: Person, studentNumber: string) =>
    alumniRow(1).map((cell, column) => [who.form.nameChinese, studentNumber, numberOf(who)][column] ?? cell)
  const alumni = [ALUMNI_HEADERS, rowOf(holder, '3000000001'), rowOf(waiting, '')]
  await importFile(ecard, { kind: 'alumni', bytes: csv(alumni) })
  const campus = [
    ['人员类别', '证件类型', '证件号码', '国籍', '有效期至'],
    ['教职工', '居民身份证', numberOf(teacher), '', ''],
  ]
  await importFile(ecard, { kind: 'campus', bytes: csv(campus) })
  const cards = [
    ['卡号', '姓名', '身份证号', '手机号', '发卡日期', '有效期至'],
    ['8000012345', olderHolder.form.nameChinese, numberOf(olderHolder), olderHolder.phone.slice(3), '2019-05-01', ''],
  ]
  await importFile(ecard, { kind: 'cards', bytes: csv(cards) })
}

export const numberOf = (who: Person): string => who.form.document.number

/** Everything that the store holds, collection by collection. */
export function contents(ecard: TestCloud): [string, any][] {
  return collectionNames.flatMap((name) => ecard.records(name).map((record): [string, any] => [name, record]))
}

// Read from the file that the cloud itself creates them from.
const collectionNames: string[] = JSON.parse(readFileSync(buildAll().collectionsFile, 'utf8')).map(
  ({ name }: { name: string }) => name,
)

const hmac = (secret: string, text: string) =>
  createHmac('sha256', Buffer.from(secret, 'base64')).update(text).digest('hex')
const sha = (text: string) => createHash('sha256').update(text).digest('hex')

/** What somebody who has the old keys would look for. */
export function tracesOfOldKeys(): string[] {
  const digests = everybody.map(({ form }) => hmac(functionKeys.IDENTITY_DIGEST_KEY, documentKeyText(form.document)))
  const months = digests.map((digest) => sha(`alumni-ecard/visit-month/1\0${digest}\0${THURSDAY.slice(0, 7)}`))
  const bytes = Buffer.from(functionKeys.IDENTITY_ENCRYPTION_KEY, 'base64')
  const keyId = createHash('sha256').update('alumni-ecard/key-id/1\0').update(bytes).digest('hex').slice(0, 8)
  // Half of a digest would do to find somebody.
  return [...digests.map((digest) => digest.slice(0, 16)), ...months, `"${keyId}.`]
}

/** Records in which one of them stands. */
export function found(ecard: TestCloud): string[] {
  const traces = tracesOfOldKeys()
  return contents(ecard)
    .filter(([, record]) => traces.some((trace) => JSON.stringify(record).includes(trace)))
    .map(([name, { _id }]) => `${name}/${_id}`)
}

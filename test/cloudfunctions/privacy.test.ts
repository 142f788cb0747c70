/**
 * Nothing that names a person lies about in clear: after a whole round with every kind of mistake, the data folder and the
 * log are searched for the document numbers, and the product's records for the phone numbers, that were used.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { addDays, startOf } from '../../domain/time/shanghai'
import { CUT_OFF, THURSDAY, testCloud } from './harness/cloud'
import {
  APPROVE,
  activation,
  apply,
  close,
  decide,
  deviceKey,
  openOffice,
  REJECT,
  RETURN,
  REVIEWER,
} from './harness/office'
import { consent, foreigner, person } from './harness/people'

const ecard = testCloud()
const people = [person(1), person(2), person(3), foreigner(4)]
const numbers = people.map(({ form }) => form.document.number as string)
const phones = people.map(({ phone }) => phone)

beforeAll(async () => {
  await openOffice(ecard)
  const ids: string[] = []
  for (const who of people) {
    ids.push((await apply(ecard, who)).id)
  }
  await makeMistakes()
  await ecard.moveTo(CUT_OFF)
  await ecard.value(REVIEWER, 'review', 'revealDocument', { id: ids[0] })
  for (const number of numbers) {
    const { items } = await ecard.value(REVIEWER, 'review', 'search', { text: number })
    expect(items).toHaveLength(1)
  }
  const verdicts = [APPROVE, RETURN, REJECT, APPROVE]
  for (const [index, id] of ids.entries()) {
    await decide(ecard, id, verdicts[index] as object)
  }
  await ecard.value(REVIEWER, 'review', 'close', { round: THURSDAY, carryOver: false })
  await close(ecard)
  await ecard.moveTo(startOf(addDays(THURSDAY, 1)))
  const [first, returned] = people as [any, any]
  await ecard.value(first.openid, 'activation', 'activate', activation(ecard, first))
  await ecard.value(first.openid, 'activation', 'sendCode', { document: first.form.document, language: 'zh' })
  const amendment = { form: returned.form, consent, language: 'zh' }
  await ecard.value(returned.openid, 'registration', 'amend', amendment)
  await ecard.dispatch()
})

/** Requests that are refused or fail while they carry numbers. */
async function makeMistakes() {
  const [who] = people as [any]
  const fields = { form: who.form, consent, language: 'zh' }
  await ecard.call('o-thief', 'registration', 'submit', fields)
  await ecard.call(who.openid, 'registration', 'submit', fields)
  await ecard.call('o-thief', 'registration', who.form.document.number, fields)
  await ecard.call('o-thief', 'registration', 'submit', { ...fields, [who.form.document.number]: who.phone })
  const { devicePublicKey } = deviceKey(1)
  const code = `${who.form.document.number}${who.phone}`
  ecard.cloud.world.faults.plan('openapi', { kind: 'drop' }, 1)
  const request = { document: who.form.document, proof: { kind: 'wechat_phone', code }, devicePublicKey }
  const failed = await ecard.call('o-thief', 'activation', 'activate', request)
  expect(failed.code).toBe('internal')
}

test('no document number in any file of the data folder, the log among them', () => {
  const files = filesOf(ecard.dataDir)
  expect(files.some((file) => file.endsWith('functions.log'))).toBe(true)
  expect(files.reduce((bytes, file) => bytes + statSync(file).size, 0)).toBeGreaterThan(10_000)
  for (const file of files) {
    const bytes = readFileSync(file)
    for (const number of numbers) {
      expect([file, bytes.includes(number), bytes.includes(Buffer.from(number, 'utf16le'))]).toEqual([
        file,
        false,
        false,
      ])
    }
  }
})

test('the search would find one: the masked form is there', () => {
  const masked = `321${'*'.repeat(11)}${numbers[0]?.slice(-4)}`
  expect(filesOf(ecard.dataDir).some((file) => readFileSync(file).includes(masked))).toBe(true)
})

test('no phone number in any record or in the log; only the provider has them', () => {
  const { database } = ecard.cloud.world
  const names = [
    'applications',
    'claims',
    'cards',
    'bindings',
    'rounds',
    'attempts',
    'outbox',
    'audit',
    'staff',
    'scans',
  ]
  const records = names.flatMap((name) => database.find(name, { query: {} }))
  expect(records.length).toBeGreaterThan(20)
  const log = readFileSync(ecard.cloud.world.functionLog.file, 'utf8')
  for (const phone of phones) {
    const national = phone.replace(/^\+(86|44)/, '')
    expect(JSON.stringify(records)).not.toContain(national)
    expect(log).not.toContain(national)
    expect(ecard.texts(phone).length).toBeGreaterThan(0)
  }
})

test('what a reviewer was shown in full stands in no answer but the one that was asked for', async () => {
  for (const who of people) {
    const status = await ecard.value(who.openid, 'registration', 'status')
    expect(JSON.stringify(status)).not.toContain(who.form.document.number)
  }
})

function filesOf(folder: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return names.map((name) => join(folder, name)).filter((file) => statSync(file).isFile())
}

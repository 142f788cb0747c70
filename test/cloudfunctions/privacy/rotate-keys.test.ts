/**
 * Both keys replaced while everybody goes on: whoever needs a person brings them over, the timer does the rest, and in
 * the end nothing in the store is sealed or found under the old ones, although the numbers are shredded.
 */
import { addDays } from '../../../domain/time/shanghai'
import { removeFolder, TestCloud, temporaryFolder } from '../harness/cloud'
import { CardPhone } from '../harness/gate'
import { importFile } from '../harness/import'
import { ADMIN, APPROVE, activation, apply, close, decide, GUARD, REVIEWER, submission } from '../harness/office'
import { foreigner, person } from '../harness/people'
import { csv } from '../harness/spreadsheet'
import { ask } from '../visitor/visits'
import {
  afterwards,
  fill,
  found,
  holder,
  newKeys,
  numberOf,
  olderHolder,
  oldKeys,
  passport,
  restartWith,
  returned,
  shredded,
  teacher,
  tracesOfOldKeys,
  waiting,
} from './key-world'

const MINUTE = 60_000
const ecard = new TestCloud(temporaryFolder())
const keys = (action = 'keys') => ecard.value('', 'privacy', action)
const rotation = async (kind: string) => (await keys()).rotations.find((each: any) => each.kind === kind)
const tend = () => ecard.cloud.controls.fireTimer('privacy')
const search = async (text: string) => (await ecard.value(REVIEWER, 'review', 'search', { text })).items.length
const codeOf = async (openid: string, form: object) =>
  (await ecard.call(openid, 'registration', 'submit', { ...submission(person(1)), form })).code
let visitId: string
jest.setTimeout(120_000)

beforeAll(async () => {
  visitId = await fill(ecard)
}, 240_000)
afterAll(async () => {
  await ecard.cloud.stop()
  removeFolder(ecard.dataDir)
})

test('with one key there is nothing to do', async () => {
  expect(await rotation('encryption')).toMatchObject({ state: 'none', others: [] })
  await keys('rotateKeys')
  expect(ecard.records('keyRotations')).toEqual([])
  const kinds = new Set(found(ecard).map((name) => name.split('/')[0]))
  // The search would find every kind of record: each holds a trace of the old keys.
  for (const name of ['applications', 'cards', 'claims', 'identities', 'archive', 'campusIdentities', 'outbox']) {
    expect(kinds).toContain(name)
  }
  expect(kinds).toContain('visits')
  expect(kinds).toContain('visitMonths')
  expect(tracesOfOldKeys()).toHaveLength(15)
})

describe('before the timer has done anything', () => {
  beforeAll(() => restartWith(ecard, newKeys))

  test('everybody is found, and nobody twice', async () => {
    for (const who of [holder, waiting, shredded, returned]) {
      expect([who.openid, await search(numberOf(who))]).toEqual([who.openid, 1])
    }
    expect(await codeOf('o-second-account', waiting.form)).toBe('document_in_use')
    expect(await codeOf('o-second-account', holder.form)).toBe('card_exists')
    expect(await codeOf('o-second-account', passport.form)).toBe('card_exists')
    expect(await codeOf(teacher.openid, teacher.form)).toBe('campus_identity')
    const { needed } = await ecard.value(waiting.openid, 'registration', 'proof', {
      document: waiting.form.document,
      nameChinese: waiting.form.nameChinese,
      nameLatin: '',
      studies: waiting.form.studies,
    })
    expect(needed).toBe(false)
  })

  test('a function that still runs with the old key alone finds who was brought over, and makes no second one', async () => {
    await restartWith(ecard, oldKeys)
    expect(await codeOf('o-third-account', waiting.form)).toBe('document_in_use')
    await restartWith(ecard, newKeys)
    expect(await codeOf('o-third-account', waiting.form)).toBe('document_in_use')
  })

  test('the card moves to another phone by either document; an older card is activated', async () => {
    await ecard.value(holder.openid, 'activation', 'activate', activation(ecard, holder, 2))
    const other = { ...activation(ecard, holder, 3), document: passport.form.document }
    await ecard.value(holder.openid, 'activation', 'activate', other)
    await ecard.value(olderHolder.openid, 'activation', 'activate', activation(ecard, olderHolder, 4))
    expect(ecard.records('cards').filter(({ status }) => status === 'active')).toHaveLength(2)
  })

  test('one document, one visit a day, also across the keys', async () => {
    const day = ecard.record('visits', visitId).day
    expect(await ask(ecard, waiting, day)).toMatchObject({ code: 'visit_exists' })
    expect((await ask(ecard, waiting, addDays(day, 1))).ok).toBe(true)
    expect(ecard.records('visitMonths')).toHaveLength(1)
  })

  test('an import waits until it is done', async () => {
    const row = ['8000012346', '王五', numberOf(person(60)), person(60).phone.slice(3), '2019-05-01', '']
    const bytes = csv([['卡号', '姓名', '身份证号', '手机号', '发卡日期', '有效期至'], row])
    expect((await importFile(ecard, { kind: 'cards', bytes })).state).toBe('running')
    expect(ecard.record('cards', '8000012346')).toBeNull()
  })
})

describe('the timer, with everybody at work', () => {
  test('goes through all of it while people register, activate, decide and pass the gate', async () => {
    const newcomers = [person(81), person(82), foreigner(83)]
    const phone = await new CardPhone(ecard, holder, 5).activate()
    const check = { point: 'gate-east', challenge: null }
    const work = [
      ...newcomers.map((who) => apply(ecard, who)),
      ...[1, 2, 3].map(() => tend()),
      ecard
        .value(GUARD, 'gate', 'check', { text: phone.code(), ...check })
        .then(({ verdict }) => expect(verdict).toBe('admitted')),
      ecard.value(returned.openid, 'registration', 'amend', submission(returned)),
    ]
    await Promise.all(work)
    const [{ reviewFrom, round }] = ecard.records('applications').filter(({ openid }) => openid === person(81).openid)
    await ecard.moveTo(reviewFrom)
    const queued = ecard.records('applications').filter(({ status }) => status === 'submitted')
    await Promise.all([tend(), ...queued.map(({ _id }) => decide(ecard, _id, APPROVE))])
    await close(ecard, false, round)
    expect(ecard.records('cards').map(({ openid }) => openid)).toEqual(
      expect.arrayContaining([waiting.openid, returned.openid]),
    )
  })

  test('is done when one go finds nothing; then no trace of the old keys stands anywhere', async () => {
    await keys('rotateKeys')
    for (const kind of ['encryption', 'digest']) {
      const done = await rotation(kind)
      expect(done).toMatchObject({ state: 'done', stuck: 0, finishedAt: expect.any(Number) })
      expect(done.moved).toBeGreaterThan(0)
    }
    expect(found(ecard)).toEqual([])
  })

  test('each begun and finished once in the audit log, by nobody', () => {
    const entries = ecard.records('audit').filter(({ action }) => /^privacy\.(rotateKeys|keysRotated)$/.test(action))
    expect(entries.map(({ action, by, details }) => [action, by, details.kind]).sort()).toEqual([
      ['privacy.keysRotated', '', 'digest'],
      ['privacy.keysRotated', '', 'encryption'],
      ['privacy.rotateKeys', '', 'digest'],
      ['privacy.rotateKeys', '', 'encryption'],
    ])
  })

  test('gone through once more, what somebody put there under the old key is found and brought over', async () => {
    const [card] = ecard.records('cards')
    await restartWith(ecard, oldKeys)
    const sealed = await apply(ecard, person(90))
    const { phoneSealed, digest } = ecard.record('applications', sealed.id)
    await restartWith(ecard, newKeys)
    expect((await keys('recheckKeys')).rotations.map(({ state }: any) => state)).toEqual(['moving', 'moving'])
    await keys('rotateKeys')
    // Calls that began before may still write a trace: it waits until they are over.
    expect(await rotation('digest')).toMatchObject({ state: 'sweeping' })
    await keys('rotateKeys')
    expect(await rotation('digest')).toMatchObject({ state: 'sweeping' })
    await ecard.moveTo(ecard.now + 3 * MINUTE)
    await keys('rotateKeys')
    expect(ecard.record('applications', sealed.id).phoneSealed).not.toBe(phoneSealed)
    expect(ecard.record('applications', sealed.id).digest).not.toBe(digest)
    expect(ecard.record('cards', card._id).digest).toBe(card.digest)
    expect((await keys()).rotations.map(({ state }: any) => state)).toEqual(['done', 'done'])
  })
})

describe('without the old key', () => {
  beforeAll(() => restartWith(ecard, afterwards))

  test('everything opens, everybody is found, one person one card', async () => {
    for (const who of [holder, waiting, shredded, returned]) {
      expect([who.openid, await search(numberOf(who))]).toEqual([who.openid, 1])
    }
    const [{ _id: id }] = ecard.records('applications').filter(({ openid }) => openid === waiting.openid)
    const { document } = await ecard.value(REVIEWER, 'review', 'revealDocument', { id })
    expect(document.number).toBe(numberOf(waiting))
    await ecard.value(holder.openid, 'activation', 'activate', activation(ecard, holder, 6))
    await ecard.value(olderHolder.openid, 'privacy', 'sendCode', { language: 'zh' })
    await ecard.dispatch()
    expect(ecard.texts(olderHolder.phone).at(-1)?.template).toBe('privacy_code.zh')
    expect(await codeOf('o-fourth-account', passport.form)).toBe('card_exists')
    expect(await codeOf(teacher.openid, teacher.form)).toBe('campus_identity')
    expect(await rotation('encryption')).toMatchObject({ state: 'none', others: [] })
    expect(await rotation('digest')).toMatchObject({ state: 'done', others: [expect.any(String)] })
  })

  test('the import goes on, and a row that was imported before is the same record', async () => {
    await ecard.cloud.controls.fireTimer('archive')
    expect(ecard.record('cards', '8000012346')).not.toBeNull()
    const before = ecard.records('campusIdentities')
    const campus = [
      ['人员类别', '证件类型', '证件号码', '国籍', '有效期至'],
      ['教职工', '居民身份证', numberOf(teacher), '', ''],
    ]
    expect((await importFile(ecard, { kind: 'campus', bytes: csv(campus) })).counts).toMatchObject({
      fresh: 0,
      unchanged: 1,
    })
    expect(ecard.records('campusIdentities')).toHaveLength(before.length)
    const identity = await ecard.value(ADMIN, 'office', 'identity', {
      of: { document: passport.form.document },
      why: 'holder_asks',
    })
    expect(identity.identity.aliases).toHaveLength(1)
  })
})

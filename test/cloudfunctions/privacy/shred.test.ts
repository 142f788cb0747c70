/**
 * Shredding, as somebody who steals the disk afterwards would see it: thirty days after the decision or the withdrawal
 * the sealed number and the proof photo stand in no file any more, and everything that the card needs still works.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { UPLOADS_A_DAY } from '../../../domain/privacy/retention'
import { addDays, DAY, HOUR, startOf } from '../../../domain/time/shanghai'
import { startCloud } from '../../../emulator/cloud/cloud'
import { buildAll } from '../harness/build'
import {
  CUT_OFF,
  cloudOptions,
  MONDAY,
  NEXT_THURSDAY,
  removeFolder,
  TestCloud,
  THURSDAY,
  temporaryFolder,
} from '../harness/cloud'
import { functionKeys } from '../harness/keys'
import {
  APPROVE,
  activation,
  apply,
  close,
  decide,
  openOffice,
  REJECT,
  RETURN,
  REVIEWER,
  submission,
} from '../harness/office'
import { consent, type Person, person } from '../harness/people'

const ecard = new TestCloud(temporaryFolder())
const [approved, rejected, withdrawn, returned, amended, waiting] = [1, 2, 3, 4, 5, 6].map(person) as [
  Person,
  Person,
  Person,
  Person,
  Person,
  Person,
]
const everybody = [approved, rejected, withdrawn, returned, amended]
const ids = new Map<Person, string>()
// Moving the clock by weeks runs every timer that was due.
jest.setTimeout(120_000)

/** Every sealed number that there ever was. */
const sealed: string[] = []
const [oldProof] = [amended.form.proof as string]

const bytesOf = (file: string) => Buffer.from(`the bytes of ${file.split('/').pop()}`)
const application = (who: Person) => ecard.record('applications', ids.get(who) ?? '')
const shred = () => ecard.cloud.controls.fireTimer('privacy')

/** What the phone does before the form is handed in. */
async function upload(who: Person, file: string) {
  const name = file.split('/').pop() as string
  await ecard.value(who.openid, 'registration', 'announcePhoto', { name })
  ecard.cloud.world.storage.upload(`photos/${name}`, bytesOf(file), who.openid)
}

/** Closes the review that passed meanwhile, in which nobody had applied. */
async function reopen() {
  const { state } = await ecard.value(approved.openid, 'registration', 'status')
  expect((await close(ecard, false, state.round)).value.done).toBe(true)
}

const isStored = (file: string) => ecard.cloud.world.storage.files.exists(`photos/${file.split('/').pop()}`)

beforeAll(async () => {
  ecard.cloud = await startCloud(cloudOptions(buildAll(), ecard.dataDir, functionKeys))
  ecard.cloud.controls.reset(MONDAY)
  await openOffice(ecard)
  for (const who of everybody) {
    await upload(who, who.form.portrait)
    await upload(who, who.form.proof)
    ids.set(who, (await apply(ecard, who)).id)
  }
  await upload(waiting, waiting.form.proof)
  await ecard.value(withdrawn.openid, 'registration', 'withdraw')
  await ecard.moveTo(CUT_OFF)
  await decide(ecard, ids.get(approved) as string, APPROVE)
  await decide(ecard, ids.get(rejected) as string, REJECT)
  await decide(ecard, ids.get(returned) as string, RETURN)
  await decide(ecard, ids.get(amended) as string, RETURN)
  expect((await close(ecard)).value.done).toBe(true)
  await ecard.moveTo(startOf(addDays(THURSDAY, 1)))
  await ecard.value(approved.openid, 'activation', 'activate', activation(ecard, approved))
  for (const who of everybody) {
    sealed.push(application(who).documentSealed)
  }
}, 240_000)
afterAll(() => removeFolder(ecard.dataDir))

test('a replaced proof photo goes with the next run, the new one stays', async () => {
  const proof = amended.form.proof.replace('proof-', 'second-proof-')
  await upload(amended, proof)
  amended.form.proof = proof
  await ecard.value(amended.openid, 'registration', 'amend', submission(amended))
  sealed.push(application(amended).documentSealed)
  expect(isStored(oldProof)).toBe(true)
  await shred()
  expect([isStored(oldProof), isStored(proof), isStored(amended.form.portrait)]).toEqual([false, true, true])
})

test('a photo that is gone cannot be handed in again', async () => {
  await ecard.moveTo(startOf(NEXT_THURSDAY) + 12 * HOUR)
  await decide(ecard, ids.get(amended) as string, RETURN)
  await close(ecard, false, NEXT_THURSDAY)
  const form = { ...amended.form, proof: oldProof }
  expect(await ecard.call(amended.openid, 'registration', 'amend', { form, consent, language: 'zh' })).toMatchObject({
    code: 'photo_gone',
  })
})

test('a photo under another name, or of another account, is not announced', async () => {
  const call = (openid: string, name: string) => ecard.call(openid, 'registration', 'announcePhoto', { name })
  for (const name of ['', 'a/../../b.jpg', '0123456789.exe']) {
    expect(await call(waiting.openid, name)).toEqual({ ok: false, code: 'bad_request' })
  }
  const name = waiting.form.proof.split('/').pop()
  expect(await call(waiting.openid, name)).toEqual({ ok: true, value: null })
  expect(await call('o-thief', name)).toEqual({ ok: false, code: 'photo_gone' })
})

test('more photos in a day than anybody needs are refused', async () => {
  const names = Array.from({ length: UPLOADS_A_DAY + 1 }, (_, n) => `crowd-${String(n).padStart(8, '0')}.jpg`)
  const codes: (string | undefined)[] = []
  for (const name of names) {
    codes.push((await ecard.call('o-collector', 'registration', 'announcePhoto', { name })).code)
  }
  expect(codes.slice(0, UPLOADS_A_DAY)).toEqual(Array(UPLOADS_A_DAY).fill(undefined))
  expect(codes.at(-1)).toBe('too_many_photos')
})

test('a day before the time nothing is shredded', async () => {
  await ecard.moveTo(MONDAY + 29 * DAY)
  await shred()
  for (const who of everybody) {
    expect(sealed).toContain(application(who).documentSealed)
    expect(isStored(who.form.proof)).toBe(true)
  }
  expect(isStored(waiting.form.proof)).toBe(true)
})

test('after it, number and proof are gone: approved, rejected, withdrawn, returned, never handed in', async () => {
  await ecard.moveTo(startOf(NEXT_THURSDAY) + 32 * DAY)
  // Two workers at once, and a third afterwards.
  await Promise.all([shred(), shred()])
  await shred()
  for (const who of everybody) {
    expect(application(who)).toMatchObject({ documentSealed: null, proof: '', shredFrom: null })
    expect(isStored(who.form.proof)).toBe(false)
  }
  expect(isStored(waiting.form.proof)).toBe(false)
  const portraits = [approved, returned, amended, rejected, withdrawn].map(({ form }) => isStored(form.portrait))
  expect(portraits).toEqual([true, true, true, false, false])
  expect(application(approved).digest).toMatch(/^[0-9a-f]{64}$/)
})

test('what remains still works: another phone, the search, one person one card', async () => {
  await ecard.value(approved.openid, 'activation', 'activate', activation(ecard, approved, 2))
  const { items } = await ecard.value(REVIEWER, 'review', 'search', { text: approved.form.document.number })
  expect(items.map(({ id }: any) => id)).toEqual([ids.get(approved)])
  await reopen()
  const again = await ecard.call('o-second-account', 'registration', 'submit', submission(approved))
  expect(again).toMatchObject({ code: 'card_exists' })
})

test('document_shredded: nobody is shown the number, and no view is noted', async () => {
  const id = ids.get(approved) as string
  expect(await ecard.call(REVIEWER, 'review', 'revealDocument', { id })).toEqual({
    ok: false,
    code: 'document_shredded',
  })
  // The search above, by the number that the reviewer knew, is all that there is.
  expect(application(approved).documentViews).toEqual([{ at: expect.any(Number), role: 'reviewer', why: 'search' }])
})

test('a returned application asks for the number and the photo again, and is kept anew', async () => {
  const { application: seen } = await ecard.value(returned.openid, 'registration', 'status')
  expect(seen).toMatchObject({ documentKept: false, canAmend: true, form: { proof: '' } })
  const empty = { ...returned.form, document: { ...returned.form.document, number: '' } }
  const refused = await ecard.call(returned.openid, 'registration', 'amend', { form: empty, consent, language: 'zh' })
  expect(refused).toMatchObject({ code: 'form_invalid', details: { 'document.number': expect.any(String) } })
  returned.form.proof = returned.form.proof.replace('proof-', 'second-proof-')
  await upload(returned, returned.form.proof)
  await ecard.value(returned.openid, 'registration', 'amend', submission(returned))
  await shred()
  expect(application(returned)).toMatchObject({ shredFrom: null, documentSealed: expect.any(String) })
  expect(isStored(returned.form.proof)).toBe(true)
})

test('no file of the data folder holds a shredded number or photo; the search would find those that are kept', async () => {
  const kept = [application(returned).documentSealed, bytesOf(returned.form.proof), bytesOf(approved.form.portrait)]
  await ecard.cloud.stop()
  const files = readdirSync(ecard.dataDir, { recursive: true, encoding: 'utf8' }).map((n) => join(ecard.dataDir, n))
  const disk = files.filter((file) => statSync(file).isFile()).map((file) => readFileSync(file))
  const holds = (what: string | Buffer) => disk.some((bytes) => bytes.includes(what))
  expect(kept.map(holds)).toEqual([true, true, true])
  for (const who of everybody) {
    const { proof, portrait, document } = person(Number(who.openid.split('-').pop())).form
    expect(holds(bytesOf(proof))).toBe(false)
    expect(holds(document.number)).toBe(false)
    expect(holds(bytesOf(portrait))).toBe(who !== rejected && who !== withdrawn)
  }
  expect([...sealed, bytesOf(oldProof), bytesOf(waiting.form.proof)].filter(holds)).toEqual([])
})

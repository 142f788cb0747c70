/**
 * Deletion and shredding by a process that is killed -9 again and again: it goes on where it was, and ends the same.
 * Nothing of the person stays, what the other one still needs does, and no file is left in the storage that nobody
 * knows of.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { DAY } from '../../../domain/time/shanghai'
import { startCloud } from '../../../emulator/cloud/cloud'
import { buildAll } from '../harness/build'
import { CUT_OFF, cloudOptions, MONDAY, removeFolder, TestCloud, temporaryFolder } from '../harness/cloud'
import { functionKeys } from '../harness/keys'
import { KillableCloud } from '../harness/killable-cloud'
import {
  APPROVE,
  apply,
  close,
  decide,
  openOffice,
  phoneProof,
  REJECT,
  REVIEWER,
  SECOND_REVIEWER,
} from '../harness/office'
import { type Person, person } from '../harness/people'

const KILLS = 8
const FIRST_KILL_MS = 60
const STEP_MS = 45

const ecard = new TestCloud(temporaryFolder())
const cloud = new KillableCloud(buildAll(), ecard.dataDir, { timers: false })
const [leaving, ...rejected] = [1, 2, 3, 4, 5, 6].map(person) as [Person, ...Person[]]
/** Entered from a form on paper: its photos are a colleague's uploads. */
const onPaper = person(7)
const isStored = (file: string) => existsSync(join(ecard.dataDir, 'files', 'photos', file.split('/').pop() as string))

afterAll(async () => {
  await cloud.kill()
  removeFolder(ecard.dataDir)
})

async function start() {
  ecard.cloud = await startCloud({ ...cloudOptions(buildAll(), ecard.dataDir, functionKeys), timers: false })
}

async function upload({ openid, form }: Pick<Person, 'openid' | 'form'>, file: string) {
  const name = file.split('/').pop() as string
  await ecard.value(openid, 'registration', 'announcePhoto', { name })
  ecard.cloud.world.storage.upload(`photos/${name}`, Buffer.from(form.nameChinese), openid)
}

/** One person whose deletion is due, and five whose applications are to be shredded. */
async function fill() {
  await start()
  ecard.cloud.controls.reset(MONDAY)
  await openOffice(ecard)
  const ids = new Map<Person, string>()
  for (const who of [leaving, ...rejected]) {
    await upload(who, who.form.portrait)
    await upload(who, who.form.proof)
    ids.set(who, (await apply(ecard, who)).id)
  }
  const colleague = { openid: REVIEWER, form: onPaper.form }
  await upload(colleague, onPaper.form.portrait)
  await upload(colleague, onPaper.form.proof)
  const entry = { form: onPaper.form, signedOn: '2027-02-20', language: 'zh' }
  ids.set(onPaper, (await ecard.value(REVIEWER, 'registration', 'enterPaper', entry)).id)
  await ecard.moveTo(CUT_OFF)
  for (const [who, id] of ids) {
    await decide(ecard, id, who === leaving ? APPROVE : REJECT, SECOND_REVIEWER)
  }
  await close(ecard)
  await ecard.value(leaving.openid, 'privacy', 'askDeletion', {
    proof: phoneProof(ecard, leaving.openid, leaving.phone),
  })
  await ecard.moveTo(CUT_OFF + 40 * DAY)
  await ecard.cloud.stop()
}

test('killed at any step, both end the same', async () => {
  await fill()
  for (let kill = 0; kill < KILLS; kill += 1) {
    await cloud.start()
    const working = cloud.post('timer', { function: 'privacy' }).catch(() => null)
    await new Promise((resolve) => setTimeout(resolve, FIRST_KILL_MS + kill * STEP_MS))
    await cloud.kill()
    await working
  }
  await cloud.start()
  await Promise.all([cloud.post('timer', { function: 'privacy' }), cloud.post('timer', { function: 'privacy' })])
  await cloud.post('timer', { function: 'privacy' })
  await cloud.kill()

  await start()
  const everything = ['applications', 'cards', 'claims', 'outbox', 'uploads', 'deletions', 'bindings'].map((name) =>
    JSON.stringify(ecard.records(name)),
  )
  expect(everything.some((text) => text.includes(leaving.openid))).toBe(false)
  expect(ecard.records('cards')).toMatchObject([{ status: 'revoked', nameChinese: '', phoneSealed: '' }])
  for (const { openid, form } of rejected) {
    const [application] = ecard.records('applications').filter((each) => each.openid === openid)
    expect(application).toMatchObject({ documentSealed: null, proof: '', portrait: '', shredFrom: null })
    expect([isStored(form.proof), isStored(form.portrait)]).toEqual([false, false])
  }
  const [paper] = ecard.records('applications').filter((each) => each.paper)
  expect(paper).toMatchObject({ documentSealed: null, proof: '', portrait: '', shredFrom: null })
  expect([isStored(onPaper.form.proof), isStored(onPaper.form.portrait)]).toEqual([false, false])
  expect([isStored(leaving.form.proof), isStored(leaving.form.portrait)]).toEqual([false, false])
  expect(ecard.records('uploads').filter(({ state }) => state === 'kept')).toEqual([])
  // The person may come again, and what the others may do is what it was.
  expect((await ecard.call(leaving.openid, 'privacy', 'overview')).value.held).toBe(false)
  expect(
    (await ecard.call(REVIEWER, 'review', 'search', { text: leaving.form.document.number })).value.items,
  ).toHaveLength(1)
  await ecard.cloud.stop()
}, 240_000)

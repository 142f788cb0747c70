/**
 * What an import leaves to do when its last row was written, cut off by SIGKILL in its midst: the timer asks for the matches
 * and deletes the file, which holds ID numbers in clear.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { buildAll } from '../harness/build'
import { MONDAY, removeFolder, temporaryFolder } from '../harness/cloud'
import { ALUMNI_HEADERS, alumniRow } from '../harness/import'
import { BOOTSTRAP_CODE } from '../harness/keys'
import { KillableCloud, until } from '../harness/killable-cloud'
import { ADMIN, submission } from '../harness/office'
import { person } from '../harness/people'
import { csv } from '../harness/spreadsheet'

const dataDir = temporaryFolder()
// A minute that begins must not do the work before it is asked for: the test fires the timer itself.
const cloud = new KillableCloud(buildAll(), dataDir, { timers: false })
const archive = (action: string, fields: object) => cloud.value(ADMIN, 'archive', action, fields)
const who = person(1)

afterAll(async () => {
  await cloud.kill()
  removeFolder(dataDir)
})

test('kill -9 after the last row, while the matches are asked for: the timer does the rest', async () => {
  await cloud.start(MONDAY)
  await cloud.value(ADMIN, 'office', 'bootstrap', { code: BOOTSTRAP_CODE, name: '吴芳' })
  const { application } = await cloud.value(who.openid, 'registration', 'submit', submission(who))
  const { id, path } = await archive('place', { kind: 'alumni', type: 'csv', name: '校友.csv' })
  await cloud.upload(path, ADMIN, csv([ALUMNI_HEADERS, alumniRow(1), alumniRow(2)]))
  const { preview } = await archive('preview', { id })
  await archive('start', { id, mapping: preview.mapping })

  // Asking marks every application that waits. Somebody else has this one in hand, so the worker gets no further.
  await cloud.hold('applications', application.id)
  const working = archive('run', { id }).catch(() => null)
  await until(async () => (await archive('read', { id })).import.state === 'done')
  await cloud.kill()
  await working
  const file = join(dataDir, 'files', path)
  expect(existsSync(file)).toBe(true)
  expect(await stored()).toMatchObject({ state: 'done', held: true, asked: '' })

  await cloud.start()
  await cloud.post('timer', { function: 'archive' })
  await cloud.kill()
  expect(existsSync(file)).toBe(false)
  expect(await stored()).toMatchObject({ state: 'done', held: false, asked: expect.stringMatching(/./) })
}, 60_000)

async function stored() {
  let found = {}
  await cloud.inProcess(async (ecard) => {
    const [{ state, held }] = ecard.records('imports')
    const [{ matchAsked: asked }] = ecard.records('applications')
    found = { state, held, asked }
  })
  return found
}

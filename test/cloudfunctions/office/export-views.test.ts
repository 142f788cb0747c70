/**
 * An export with ID numbers is a look at each of them: every person whose number was in it reads so, once, and nobody
 * else does.
 */
import { THURSDAY, testCloud } from '../harness/cloud'
import { ADMIN, apply, issueTo, openOffice } from '../harness/office'
import { type Person, person } from '../harness/people'

const ecard = testCloud()
const [one, two, shredded, waiting] = [person(1), person(2), person(3), person(4)]
const scope = { content: 'applications', round: THURSDAY }
const reason = '公安机关来函核查'
const views = async ({ openid }: Person) => (await ecard.value(openid, 'privacy', 'overview')).views

/** @returns the export, made */
async function make(fields: object) {
  const asked = { scope, format: 'csv', language: 'zh', ...fields }
  let { export: made } = await ecard.value(ADMIN, 'office', 'startExport', asked)
  for (let calls = 0; made.state === 'running' && calls < 20; calls += 1) {
    made = (await ecard.value(ADMIN, 'office', 'runExport', { id: made.id })).export
  }
  expect(made.state).toBe('ready')
  return made
}

beforeAll(async () => {
  await openOffice(ecard)
  await issueTo(ecard, [one, two, shredded])
  const [{ _id: id }] = ecard.records('applications').filter(({ openid }) => openid === shredded.openid)
  await ecard.setRecord('applications', id, { documentSealed: null })
  await apply(ecard, waiting)
}, 120_000)

test('without ID numbers nobody was looked at', async () => {
  await make({})
  for (const who of [one, two, shredded, waiting]) {
    expect(await views(who)).toEqual([])
  }
})

test('with them: those of the round whose number is held, in which role and why; a page that is written again is one look', async () => {
  const made = await make({ documents: true, reason })
  await ecard.setRecord('exports', made.id, { state: 'running', files: [], after: null, leaseUntil: 0 })
  await ecard.value(ADMIN, 'office', 'runExport', { id: made.id })
  for (const who of [one, two]) {
    expect(await views(who)).toEqual([{ at: made.createdAt ?? expect.any(Number), role: 'admin', why: 'export' }])
  }
  expect(await views(shredded)).toEqual([])
  expect(await views(waiting)).toEqual([])
})

test('cards with ID numbers are looks as well; another export is another look', async () => {
  await make({ scope: { content: 'cards' }, documents: true, reason })
  expect((await views(one)).map(({ why }: { why: string }) => why)).toEqual(['export', 'export'])
  expect(await views(shredded)).toEqual([])
  expect(await views(waiting)).toEqual([])
})

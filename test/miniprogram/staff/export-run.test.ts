/** Following an export: it is asked for again until it is made, with patience when nothing moves. */
import type { ExportView } from '../../../miniprogram/lib/domain'
import { ExportRun } from '../../../miniprogram/staff/export-run'
import { ok, Phone, refused } from '../harness/phone'

const view = (written: number, state: ExportView['state'] = 'running') => ({ id: 'a', state, written }) as ExportView
let phone: Phone
let told: number[]
let waits: number

beforeEach(() => {
  phone = new Phone().install()
  told = []
  waits = 0
})

const run = () =>
  new ExportRun(
    ({ written }) => void told.push(written),
    async () => {
      waits += 1
    },
  )

function answer(...replies: object[]) {
  phone.answers['office.runExport'] = () => (replies.length > 1 ? replies.shift() : replies[0]) as never
}

test('goes on until it is ready, and tells how far it is', async () => {
  answer(ok({ export: view(10) }), ok({ export: view(20) }), ok({ export: view(30, 'ready') }))
  await run().follow(view(0))
  expect(told).toEqual([10, 20, 30])
  expect(waits).toBe(0)
})

test('waits when somebody else is writing, and when no answer came', async () => {
  answer(ok({ export: view(0) }), refused('no_answer'), ok({ export: view(9, 'ready') }))
  await run().follow(view(0))
  expect(told).toEqual([0, 9])
  expect(waits).toBe(2)
})

test.each(['export_unknown', 'not_allowed'])('ends at %s', async (code) => {
  answer(refused(code))
  await run().follow(view(0))
  expect(phone.asked('office', 'runExport')).toHaveLength(1)
})

test('ends when the page closes', async () => {
  const following = run()
  answer(ok({ export: view(0) }))
  phone.answers['office.runExport'] = () => {
    following.stop()
    return ok({ export: view(1) })
  }
  await following.follow(view(0))
  expect(phone.asked('office', 'runExport')).toHaveLength(1)
})

test('one that is ready is not asked for', async () => {
  await run().follow(view(3, 'ready'))
  expect(phone.calls).toEqual([])
})

import { words } from '../../../miniprogram/staff/words'
import { ok, refused } from '../harness/phone'
import { openPage, type Rendered } from '../harness/render'
import { StaffPhone } from './staff-phone'

const { settings: t } = words.zh
const winter = { from: '2099-01-18', to: '2099-02-21', reason: 'vacation' }
const stored = {
  closures: [winter],
  cutOff: '12:00',
  validityYears: 2,
  maxListAgeHours: 24,
  companions: 0,
  shredDays: 30,
  deletionDays: 3,
  sendingHours: { from: '08:00', until: '22:00' },
}
const national = {
  from: '2099-10-01',
  to: '2099-10-07',
  name: { zh: '国庆节', en: 'National Day' },
  reviews: ['2099-10-01'],
}
const review = (day: string) => ({ day, cutOff: Date.parse(`${day}T12:00:00+08:00`) })

let phone: StaffPhone
let page: Rendered

beforeEach(async () => {
  phone = new StaffPhone().install()
  phone.answers = {
    'office.readSettings': ok({ settings: stored, version: 4, lastClosedRound: '2026-11-19' }),
    'office.holidays': ok({ announced: false, holidays: [national] }),
    'office.previewSettings': ok({
      lost: ['2099-10-01'],
      gained: [],
      before: review('2099-10-01'),
      after: review('2099-10-08'),
      moving: 7,
    }),
    'office.writeSettings': ({ settings }) => ok({ settings, version: 5, moved: 7 }),
  }
  page = await openPage('staff/pages/settings/settings')
})
afterEach(() => page.detach())

/** The form in which a closure is written. */
const draft = () => page.page.selectComponent('#draft')
const dataset = (data: object) => ({ currentTarget: { dataset: data } })
const writes = () => phone.asked('office', 'writeSettings').map(({ data }) => data)

test('shows closures with the reviews they take, holidays that are not announced, policies', () => {
  expect(page.text()).toContain('2099年1月18日至2099年2月21日')
  expect(page.text()).toContain('少 5 次审核')
  expect(page.text()).toContain(t.notAnnounced)
  expect(page.text()).toContain('国庆节')
  expect(page.text()).toContain('2 年')
  expect(page.page.data.changed).toBe(false)
})

test('a holiday is taken over; before saving it says what falls away and how many move', async () => {
  page.page.onHoliday(dataset({ id: '2099-10-01' }))
  expect(page.page.data.holidays[0].taken).toBe(true)
  await page.page.onSave()
  await page.settle()
  expect(page.page.data.question.content).toContain('不再审核：2099年10月1日（星期四）')
  expect(page.page.data.question.content).toContain('7 份在等的申请改到这一轮')
  expect(writes()).toEqual([])
  await page.page.onConfirm()
  const closures = [winter, { from: '2099-10-01', to: '2099-10-07', reason: 'holiday' }]
  expect(writes()).toEqual([{ settings: { ...stored, closures }, version: 4 }])
  expect(page.page.data.changed).toBe(false)
})

test('a policy stays within its bounds and needs no look at the calendar', async () => {
  page.page.onStep(dataset({ id: 'companions', by: -1 }))
  expect(page.page.data.changed).toBe(false)
  page.page.onStep(dataset({ id: 'companions', by: 1 }))
  await page.page.onSave()
  expect(phone.asked('office', 'previewSettings')).toEqual([])
  await page.page.onConfirm()
  expect(writes()[0]?.settings).toEqual({ ...stored, companions: 1 })
})

test('a closure needs a first day, and a last one that is not before it', () => {
  draft().onAdd()
  expect(draft().data.wrong).toBe(t.dayMissing)
  draft().onDay({ ...dataset({ end: 'from' }), detail: { value: '2099-07-10' } })
  expect(draft().data.draft.to).toBe('2099-07-10')
  draft().onDay({ ...dataset({ end: 'to' }), detail: { value: '2099-07-01' } })
  draft().onAdd()
  expect(draft().data.wrong).toBe(t.dayOrder)
})

test('a closure goes back into the form to be changed', () => {
  page.page.onChange(dataset({ id: page.page.data.closures[0].id }))
  expect(draft().data.draft).toEqual(winter)
  expect(page.page.data.closures).toEqual([])
})

test('when a colleague saved meanwhile, theirs come in, mine stay, and it can be saved again', async () => {
  page.page.onStep(dataset({ id: 'validityYears', by: 1 }))
  phone.answers['office.writeSettings'] = refused('settings_changed')
  phone.answers['office.readSettings'] = ok({ settings: { ...stored, companions: 2 }, version: 5, lastClosedRound: '' })
  await page.page.onSave()
  await page.page.onConfirm()
  await page.settle()
  expect(page.text()).toContain('同事刚刚改过设置')
  phone.answers['office.writeSettings'] = ({ settings }) => ok({ settings, version: 6, moved: 0 })
  await page.page.onSave()
  await page.page.onConfirm()
  expect(writes().at(-1)).toEqual({ settings: { ...stored, companions: 2, validityYears: 3 }, version: 5 })
})

test('an answer that is missing can be asked for again', async () => {
  phone.online = false
  page = await openPage('staff/pages/settings/settings')
  expect(page.page.data.state).toBe('error')
})

import { words } from '../../../miniprogram/staff/words'
import { ok, refused } from '../harness/phone'
import { openPage, type Rendered } from '../harness/render'
import { at, device } from './cards'
import { StaffPhone } from './staff-phone'

const { devices: t } = words.zh
const KEY = '0123456789abcdef'.repeat(4)
let phone: StaffPhone
let page: Rendered

beforeEach(async () => {
  phone = new StaffPhone().install()
  const old = device({
    id: 'e'.repeat(64),
    name: '旧扫码枪',
    addedAt: at('2026-11-10T10:00'),
    revokedAt: at('2026-11-12T10:00'),
  })
  phone.answers = {
    'office.devices': ok({ devices: [old, device()] }),
    'office.addDevice': ({ name, point }) => ok({ device: device({ id: 'f'.repeat(64), name, point }), key: KEY }),
    'office.revokeDevice': ({ id }) => ok({ device: device({ id, revokedAt: at('2026-11-23T10:00') }) }),
  }
  page = await openPage('staff/pages/devices/devices')
})
afterEach(() => page.detach())

const names = () => page.page.data.lines.map(({ name, inUse }: { name: string; inUse: boolean }) => `${name} ${inUse}`)
const type = (value: string) => page.send('wx-input', 0, 'input', { value })

test('lists what is in use first, then what was revoked', () => {
  expect(names()).toEqual(['东大门 2 号闸机 true', '旧扫码枪 false'])
  expect(page.text()).toContain('东大门 · 2026年11月2日添加')
  expect(page.text()).toContain('2026年11月12日停用')
})

test('a new device gets its key, shown once, copied, and in no storage', async () => {
  await type(' 西门扫码枪 ')
  await page.tap('西门')
  await page.tap(t.add)
  expect(phone.asked('office', 'addDevice')[0]?.data).toEqual({ name: '西门扫码枪', point: 'gate-west' })
  expect(page.page.data.keyLines.join('')).toBe(KEY)
  expect(page.text()).toContain(t.keyOnce)
  await page.tap(t.copy)
  expect(phone.copied).toEqual([KEY])
  expect(JSON.stringify([...phone.storage])).not.toContain(KEY)
  await page.tap(t.kept)
  expect(page.text()).not.toContain(KEY.slice(0, 8))
  expect(names()[0]).toBe('西门扫码枪 true')
})

test('a name and a place are asked for', async () => {
  await page.tap(t.add)
  expect(page.text()).toContain(t.nameMissing)
  await type('闸机')
  await page.tap(t.add)
  expect(page.text()).toContain(t.pointMissing)
  expect(phone.asked('office', 'addDevice')).toEqual([])
})

test('a key is revoked after one more question', async () => {
  await page.tap(t.revoke)
  expect(page.text()).toContain('停用 东大门 2 号闸机？')
  await page.tap(t.notNow)
  expect(phone.asked('office', 'revokeDevice')).toEqual([])
  await page.tap(t.revoke)
  page.page.onConfirm()
  await page.settle()
  expect(phone.asked('office', 'revokeDevice')[0]?.data).toEqual({ id: 'd'.repeat(64) })
  expect(names()).toContain('东大门 2 号闸机 false')
})

test('a refusal is said, and what was typed stays', async () => {
  phone.answers['office.addDevice'] = refused('not_allowed')
  await type('闸机')
  await page.tap('西门')
  await page.tap(t.add)
  expect(page.text()).toContain('您的身份不能进行这项操作')
  expect(page.page.data).toMatchObject({ name: '闸机', point: 'gate-west' })
})

test('a list that cannot be read can be tried again', async () => {
  phone.answers['office.devices'] = refused('no_answer')
  page = await openPage('staff/pages/devices/devices')
  expect(page.page.data.state).toBe('error')
  phone.answers['office.devices'] = ok({ devices: [] })
  await page.page.load()
  await page.settle()
  expect(page.text()).toContain(t.none)
})

/** The page of an application: what it shows, approving one after the other, the end of the round, its photos, and what it says when nothing can be decided. */
import { words } from '../../../miniprogram/staff/words'
import { FIRST, office, open, page, phone, press, shownId } from './application-scene'

const { application: t } = words.zh

afterEach(() => page.detach())

test('one screen has what is needed to decide, and not the number', async () => {
  await open(1, FIRST, (one) => {
    Object.assign(one.one(FIRST), { returnedBefore: 2, nameLatin: 'ZHANG YI', email: 'a@example.com' })
  })
  for (const text of [
    '张1',
    'ZHANG YI',
    '退回过 2 次',
    '居民身份证',
    '321***********0001',
    '机械工程学院',
    '2010–2014',
    '+86 ··· 5678',
    'a@example.com',
  ]) {
    expect(page.text()).toContain(text)
  }
  expect(page.text()).not.toContain('321102')
  expect(phone.asked('review', 'revealDocument')).toEqual([])
})

test('approving goes straight to the next, and the last decision can be undone', async () => {
  await open()
  await press('onApprove')
  expect(shownId()).toBe('app-00000002')
  expect(page.text()).toContain('已通过 张1')
  expect(office.one(FIRST).decision?.kind).toBe('approve')
  await page.tap(t.undo)
  expect(shownId()).toBe(FIRST)
  expect(office.one(FIRST).decision).toBeNull()
  expect(phone.toasts).toEqual([t.undone])
  expect(page.text()).not.toContain('已通过 张1')
})

test('after the last one it says that the round is done, and leads to closing', async () => {
  await open(1)
  await press('onApprove')
  expect(page.text()).toContain(t.allDone)
  expect(page.text()).toContain('已通过 张1')
  await page.tap(t.toRound)
  expect(phone.addresses).toEqual(['/staff/pages/round/round'])
})

test('a photo opens over the whole screen, is turned, and the other one is one tap away', async () => {
  await open()
  page.page.onZoom({ currentTarget: { dataset: { url: 'https://photos/1-proof.jpg' } } })
  await page.settle()
  const viewer = page.page.selectComponent('#viewer')
  expect(viewer.data.photos[viewer.data.shown]).toBe('https://photos/1-proof.jpg')
  await page.tap(words.zh.viewer.turn)
  expect(viewer.data.style).toContain('rotate(90deg)')
  await page.tap(words.zh.viewer.other)
  expect(viewer.data.photos[viewer.data.shown]).toBe('https://photos/1-portrait.jpg')
  await page.tap(words.zh.viewer.close)
  expect(page.text()).not.toContain(words.zh.viewer.turn)
})

test('before the cut-off nothing can be decided, and the page says from when', async () => {
  await open(1, FIRST, (one) => {
    Object.assign(one.one(FIRST), { decidable: false, stage: 'submitted', round: '2026-11-26' })
  })
  expect(page.text()).toContain('11月26日（星期四）截止后才能审核')
  expect(page.text()).not.toContain(t.approve)
})

test('a settled one says that it is over', async () => {
  await open(1, FIRST, (one) => {
    Object.assign(one.one(FIRST), { decidable: false, stage: 'approved' })
  })
  expect(page.text()).toContain(t.finished)
})

test('a passport names its country in the reader’s language', async () => {
  await open(1, FIRST, (one) => {
    Object.assign(one.one(FIRST), { documentType: 'passport', documentCountry: 'PAK' })
  })
  expect(page.text()).toContain('护照')
  expect(page.text()).toContain('巴基斯坦签发')
})

test('an application that does not exist can be tried again', async () => {
  await open(1, 'app-99999999')
  expect(page.text()).toContain('没有找到这份申请')
})

test('an undone decision tells the queue', async () => {
  await open()
  await press('onApprove')
  await page.tap(t.undo)
  const { takeChanges } = require('../../../miniprogram/staff/decided')
  expect(takeChanges('undecided')).toEqual({ gone: new Set(), others: true })
})

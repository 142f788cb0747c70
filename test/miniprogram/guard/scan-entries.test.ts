/** What travels with an entry, and what becomes of those that the office would not take. */
import { words } from '../../../miniprogram/guard/words'
import { officeOf } from './lists'
import { alwaysOpen, leave, page, phone, says, scan, somebody, start } from './scan-scene'

const { scan: t, faces } = words.zh

beforeEach(() => start())
afterEach(leave)

describe('companions', () => {
  const letting = (companions: number) => ({
    'guard.office': officeOf(Date.now(), { points: [alwaysOpen], companions }),
  })

  test('are counted on the face, which then stays, and travel with the scan', async () => {
    await start(letting(2))
    await scan(somebody().show(Date.now()))
    await page.tap('+')
    await page.tap('+')
    await page.tap('+')
    expect(page.page.data).toMatchObject({ leaving: false, face: { companions: 2 } })
    await page.tap('−')
    await page.page.tidy('clock')
    expect(phone.asked('gate', 'record')).toEqual([])
    page.page.ready()
    await page.page.tidy('clock')
    expect(phone.asked('gate', 'record').flatMap(({ data }) => data.scans)).toMatchObject([{ companions: 1 }])
  })

  test('are not asked for where policy allows none, or when nobody is let in', async () => {
    await scan(somebody().show(Date.now()))
    expect(page.text()).not.toContain(t.face.companions)
    await start(letting(2))
    phone.answers['gate.check'] = says('revoked')
    await scan(somebody().show(Date.now()))
    expect(page.text()).not.toContain(t.face.companions)
  })
})

describe('scans that the office would not take', () => {
  const scanOf = (id: string) => ({
    id: id.repeat(32),
    at: Date.parse('2026-11-19T14:32:00+08:00'),
    point: 'gate-east',
    verdict: 'admitted',
    serial: 5,
    step: 1,
    online: false,
  })

  test('are named, shown, copied and sent again', async () => {
    await start({ 'guard.journal.refused': [scanOf('a'), scanOf('b')] })
    const copied: string[] = []
    ;(globalThis as any).wx.setClipboardData = ({ data }: { data: string }) => void copied.push(data)
    await page.tap('2 条记录传不上去，点开看看')
    expect(page.text()).toContain('14:32')
    expect(page.text()).toContain(faces.admitted.title)
    await page.tap(t.aside.copy)
    expect(JSON.parse(copied[0] ?? '')).toHaveLength(2)
    await page.tap(t.aside.retry)
    await page.settle()
    expect(phone.asked('gate', 'record').flatMap(({ data }) => data.scans)).toHaveLength(2)
    expect(phone.storage.get('guard.journal.refused')).toEqual([])
    expect(page.page.data.aside).toBeNull()
  })
})

/** What the office and its list say of a scan: a late word that changes the screen, and the status list with no network, before the answer, and when it is old. */
import { words } from '../../../miniprogram/guard/words'
import type { VerdictCode } from '../../../miniprogram/lib/domain'
import { ok, refused } from '../harness/phone'
import { listOf, whole } from './lists'
import { lastSound, leave, page, phone, says, scan, serial, shownAs, somebody, start } from './scan-scene'

const { scan: t, faces } = words.zh

beforeEach(() => start())
afterEach(leave)

describe('a late word of the office', () => {
  const late = (name: VerdictCode, colour: string) => ({ ...shownAs(name, colour, null), id: page.page.data.face.id })

  test('changes the screen with its own sound and says who changed it', async () => {
    phone.answers['gate.check'] = refused('busy')
    await scan(somebody().show(Date.now()))
    page.page.correct(late('revoked', 'red'))
    await page.settle()
    expect(page.text()).toContain(faces.revoked.title)
    expect(page.text()).toContain(t.face.changed)
    expect(lastSound()).toContain('gate-refused')
    expect(phone.bars.at(-1)).toBe('#981616')
  })

  test('that is red reaches a guard who has gone on', async () => {
    phone.answers['gate.check'] = refused('busy')
    await scan(somebody().show(Date.now()))
    const word = late('revoked', 'red')
    page.page.ready()
    page.page.correct(word)
    await page.settle()
    expect(page.page.data.alert).toContain(faces.revoked.title)
    expect(lastSound()).toContain('gate-refused')
  })
})

describe('with a status list', () => {
  const minutesAgo = (minutes: number) => Date.now() - minutes * 60_000
  const stored = (changed: object) => ({ 'guard.list': whole({ sequence: 3, issued: minutesAgo(5), ...changed }) })

  test('a phone with no network lets in under green, and says how old the list is', async () => {
    await start(stored({}))
    expect(page.text()).toContain('停用名单更新于 5 分钟前')
    phone.setOnline(false)
    await scan(somebody().show(Date.now()))
    expect(page.page.data.face.colour).toBe('green')
    expect(page.text()).toContain('校友卡有效，停用名单更新于 5 分钟前')
    // The last day of the phone's credential is not that of the card, which only the office knows.
    expect(page.text()).toContain('手机凭证有效至')
  })

  test('refuses the revoked at once, online and offline, without asking', async () => {
    await start(stored({ revoked: [serial + 1, serial + 2] }))
    await scan(somebody().show(Date.now()))
    expect(page.text()).toContain(faces.revoked.title)
    phone.setOnline(false)
    await scan(somebody().show(Date.now()))
    expect(page.text()).toContain(faces.revoked.title)
    expect(phone.asked('gate', 'check')).toEqual([])
  })

  test('older than policy it warns on the resting screen and on the amber face', async () => {
    await start(stored({ issued: minutesAgo(3 * 24 * 60) }))
    expect(page.page.data.status.listOld).toBe(true)
    expect(page.text()).toContain('停用名单已有 3 天没有更新')
    phone.setOnline(false)
    await scan(somebody().show(Date.now()))
    expect(page.page.data.face.colour).toBe('amber')
    expect(page.text()).toContain('手机没有网络，未能向校友办核实；停用名单已有 3 天没有更新')
  })

  test('green is there before the office has answered, and its red takes over with its own sound', async () => {
    await start(stored({}))
    let answer = (_: unknown) => {}
    phone.answers['gate.check'] = () => new Promise((resolve) => (answer = resolve as typeof answer))
    phone.codes.push(somebody().show(Date.now()))
    const scanning = page.page.onScan()
    await page.settle()
    expect(page.page.data.face.colour).toBe('green')
    answer(says('revoked'))
    await scanning
    await page.settle()
    expect(page.text()).toContain(faces.revoked.title)
    expect(page.text()).toContain(t.face.changed)
    expect(lastSound()).toContain('gate-refused')
  })

  test('the office’s yes brings the photo and says that it is confirmed, without another sound', async () => {
    await start(stored({}))
    await scan(somebody().show(Date.now()))
    expect(page.page.data).toMatchObject({ changed: false, face: { colour: 'green', reason: faces.admitted.reason } })
    expect(phone.played).toHaveLength(1)
  })

  test('a list of strangers is told, and the old one stays', async () => {
    await start(stored({}))
    const forged = whole({ sequence: 9, issued: Date.now(), secret: new Uint8Array(32).fill(5) })
    phone.answers['gate.list'] = ok({ now: Date.now(), update: forged })
    await page.page.tidy('list')
    await page.settle()
    expect(page.text()).toContain(t.listRefusals.list_forged)
    expect(page.page.data.status.listOld).toBe(false)
  })

  test('a card that the list refuses makes the phone ask for a newer list', async () => {
    await start(stored({ suspended: [serial + 1] }))
    await page.settle()
    const before = phone.asked('gate', 'list').length
    await scan(somebody().show(Date.now()))
    await page.settle()
    expect(phone.asked('gate', 'list').length).toBe(before + 1)
    expect(phone.asked('gate', 'list').at(-1)?.data).toEqual({ sequence: listOf({ sequence: 3, issued: 0 }).sequence })
  })
})

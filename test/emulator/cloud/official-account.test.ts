/** The emulator's official account: what WeChat documents of tokens, menus and the delivery of events. */
import { APPID } from '../../../emulator/cloud/control/controls'
import { followerOf } from '../../../emulator/cloud/official-account/followers'
import { menuErrcode } from '../../../emulator/cloud/official-account/menu-rules'
import type { OfficialAccount } from '../../../emulator/cloud/official-account/official-account'
import { decryptMessage, encryptMessage } from '../../../emulator/cloud/official-account/signing'
import { startLocal, temporaryFolder } from './local-cloud'

const settings = {
  appid: 'wx2',
  secret: 'its-secret',
  token: 'its-token',
  encodingAesKey: 'x'.repeat(43),
  name: 'gh_1',
}
/** Answers badly the first FAILS times, then well. */
const binding = `
  let calls = 0
  exports.main = async ({ queryStringParameters: query }) => {
    calls += 1
    if (!query.msg_signature || !query.timestamp || !query.nonce) return { statusCode: 400, body: 'unsigned' }
    return calls <= Number(process.env.FAILS) ? { statusCode: 500, body: 'no' } : { statusCode: 200, body: 'success' }
  }`

const start = async (fails: number) => {
  const cloud = await startLocal({
    folder: temporaryFolder(),
    functions: { binding },
    functionEnv: { FAILS: String(fails) },
    workersPerFunction: 1,
    officialAccount: settings,
    pages: ['pages/card/card'],
  })
  const account = cloud.world.officialAccount as OfficialAccount
  const ask = async (path: string, body?: object) => {
    const sent = body && { method: 'POST', body: JSON.stringify(body) }
    return (await fetch(`${cloud.url}/official/cgi-bin/${path}`, sent)).json()
  }
  const control = async (path: string, body?: object) => {
    const sent = body && { method: 'POST', body: JSON.stringify(body) }
    return (await fetch(`${cloud.url}/_emulator/official${path}`, sent)).json()
  }
  return { cloud, account, ask, control }
}
type Started = Awaited<ReturnType<typeof start>>
const tokenOf = ({ ask }: Started, force = false) => {
  return ask('stable_token', { appid: 'wx2', secret: 'its-secret', force_refresh: force })
}

test('a token is the same for everybody until it is forced or in its last five minutes', async () => {
  const started = await start(0)
  const { cloud, ask } = started
  const first = await tokenOf(started)
  expect(first.expires_in).toBe(7200)
  expect((await tokenOf(started)).access_token).toBe(first.access_token)
  await cloud.controls.advanceClock(7_200_000 - 4 * 60_000)
  const second = await tokenOf(started)
  expect(second.access_token).not.toBe(first.access_token)
  const menu = (token: string) => ask(`get_current_selfmenu_info?access_token=${token}`)
  expect((await menu(first.access_token)).is_menu_open).toBe(1)
  await cloud.controls.advanceClock(5 * 60_000)
  expect((await menu(first.access_token)).errcode).toBe(42001)
  const third = await tokenOf(started, true)
  expect((await menu(second.access_token)).errcode).toBe(40001)
  expect((await menu(third.access_token)).is_menu_open).toBe(1)
})

test('wrong credentials and unknown questions get the documented numbers', async () => {
  const started = await start(0)
  const { ask } = started
  expect((await ask('stable_token', { appid: 'wx9', secret: 'its-secret' })).errcode).toBe(40013)
  expect((await ask('stable_token', { appid: 'wx2', secret: 'wrong' })).errcode).toBe(40125)
  const { access_token: token } = await tokenOf(started)
  expect((await ask(`nothing?access_token=${token}`)).errcode).toBe(40066)
})

test('a template message reaches who follows, and opens a page that the mini program has', async () => {
  const started = await start(0)
  const { cloud, account, ask, control } = started
  const { access_token: token } = await tokenOf(started)
  await control('/follow', { openid: 'o-li' })
  const message = {
    touser: followerOf('o-li'),
    template_id: 'renewal',
    miniprogram: { appid: APPID, pagepath: 'pages/card/card' },
    data: { thing1: { value: '校友电子卡' } },
    client_msg_id: 'one',
  }
  const send = async (changed: object = {}, by = token) => {
    return (await ask(`message/template/send?access_token=${by}`, { ...message, ...changed })).errcode
  }
  expect(await send({}, 'stolen')).toBe(40001)
  expect(await send({ touser: followerOf('o-wang') })).toBe(43004)
  expect(await send({ template_id: '' })).toBe(40037)
  expect(await send({ data: { thing1: { value: '二'.repeat(21) } } })).toBe(47003)
  expect(await send({ miniprogram: { appid: 'wx9', pagepath: 'pages/card/card' } })).toBe(40165)
  expect(await send({ miniprogram: { appid: APPID, pagepath: 'pages/gone/gone' } })).toBe(40165)
  const sent = () => cloud.world.messages.list().map(({ channel, to, text }) => [channel, to, text])
  expect(sent()).toEqual([])
  expect([await send(), await send()]).toEqual([0, 0])
  expect(sent()).toEqual([['official', 'o-li', 'thing1: 校友电子卡']])
  await cloud.controls.advanceClock(11 * 60_000)
  await send()
  expect(sent()).toHaveLength(2)
  await account.unfollow('o-li')
  expect(await send({ client_msg_id: 'two' })).toBe(43004)
})

test('a menu is refused with the number of its fault, and stays as it was', async () => {
  const started = await start(0)
  const { access_token: token } = await tokenOf(started)
  const link = { type: 'view', name: 'x', url: 'https://example.org/' }
  const pages = { wx1: ['pages/card/card'] }
  const program = { type: 'miniprogram', name: 'x', appid: 'wx1', url: 'https://x', pagepath: 'pages/card/card' }
  expect(menuErrcode([link, { name: '服务', sub_button: [program] }], pages)).toBe(0)
  const faults: [number, unknown][] = [
    [40016, []],
    [40016, [link, link, link, link]],
    [40018, [{ ...link, name: '六个汉字太长' }]],
    [40023, [{ name: 'x', sub_button: Array(6).fill(link) }]],
    [40025, [{ name: 'x', sub_button: [{ ...link, name: '长'.repeat(21) }] }]],
    [40119, [{ type: 'news', name: 'x' }]],
    [40165, [{ ...program, pagepath: 'pages/none' }]],
  ]
  expect(faults.map(([, button]) => menuErrcode(button, pages))).toEqual(faults.map(([number]) => number))
  const before = started.account.menu
  const refused = await started.ask(`menu/create?access_token=${token}`, { button: [] })
  expect(refused.errcode).toBe(40016)
  expect(started.account.menu).toEqual(before)
})

test('an event is sent again, three times in all, until it is answered', async () => {
  expect(await (await start(0)).account.follow('o-1')).toMatchObject({ tries: 1, statuses: [200], answered: true })
  expect(await (await start(2)).account.follow('o-1')).toMatchObject({ tries: 3, statuses: [500, 500, 200] })
  expect(await (await start(9)).account.follow('o-1')).toMatchObject({ tries: 3, answered: false })
})

test('following twice tells the server once; who does not follow taps nothing', async () => {
  const { account, control } = await start(0)
  expect((await control('/tap', { openid: 'o-1', entry: '我的校友卡' })).error.message).toContain('does not follow')
  expect((await control('/follow', { openid: 'o-1' })).delivered).toMatchObject({ answered: true })
  expect((await control('/follow', { openid: 'o-1' })).delivered).toBeNull()
  expect((await control('?openid=o-1')).follows).toBe(true)
  expect((await control('/unfollow', { openid: 'o-1' })).delivered).toMatchObject({ answered: true })
  expect(account.follows('o-1')).toBe(false)
})

test('safe mode opens what it closed, for this account', () => {
  const closed = encryptMessage('校友', 'wx2', settings.encodingAesKey)
  expect(decryptMessage(closed, settings.encodingAesKey)).toEqual({ message: '校友', appid: 'wx2' })
})

/** A holder and a follower become known as one person, in whichever order; the person can undo it. */
import { testCloud } from '../harness/cloud'
import { activated, type CardPhone } from '../harness/gate'
import { functionKeys } from '../harness/keys'
import { openOffice } from '../harness/office'
import { officialOf } from '../harness/official'

const ecard = testCloud()
let phones: CardPhone[] = []
const openid = (index: number) => phones[index]!.who.openid
const status = async (index: number, action = 'status') => {
  return (await ecard.value(openid(index), 'binding', action)).official
}
const tap = async (index: number) => {
  const menu = officialOf(ecard).menu.flatMap(({ sub_button: below }) => below ?? [])
  expect(menu.map(({ name }) => name)).toContain('我的校友卡')
  return officialOf(ecard).tap(openid(index), '我的校友卡')
}

beforeAll(async () => {
  await openOffice(ecard)
  phones = await activated(ecard, 8)
  officialOf(ecard).menu = [
    {
      name: '服务',
      sub_button: [
        {
          type: 'miniprogram',
          name: '我的校友卡',
          appid: functionKeys.MINI_PROGRAM_APP_ID,
          pagepath: 'pages/card/card',
          url: 'https://example.org/',
        },
      ],
    },
  ]
}, 60_000)

test('the card first, then the follow', async () => {
  expect(await status(0)).toEqual({ state: 'open', follows: false })
  await officialOf(ecard).follow(openid(0))
  expect(await status(0)).toMatchObject({ state: 'bound' })
})

test('the follow first, then the card', async () => {
  await officialOf(ecard).follow(openid(1))
  const since = ecard.now
  const bound = await status(1)
  expect(bound.state).toBe('bound')
  expect(Math.abs(bound.since - since)).toBeLessThan(10_000)
})

test('somebody who followed long before there was a card is bound by the tap', async () => {
  const official = officialOf(ecard)
  official.followers.follow(openid(2), ecard.now)
  expect(await status(2)).toEqual({ state: 'open', follows: false })
  expect(await tap(2)).toMatchObject({ page: 'pages/card/card', delivered: { answered: true, text: null } })
  expect(await status(2)).toMatchObject({ state: 'bound' })
})

test('leaving unbinds, following anew binds', async () => {
  await officialOf(ecard).follow(openid(3))
  expect((await status(3)).state).toBe('bound')
  await ecard.moveTo(ecard.now + 2000)
  await officialOf(ecard).unfollow(openid(3))
  expect(await status(3)).toEqual({ state: 'open', follows: false })
  expect(await ecard.call(openid(3), 'binding', 'bind')).toEqual({ ok: false, code: 'official_not_following' })
  await ecard.moveTo(ecard.now + 2000)
  await officialOf(ecard).follow(openid(3))
  expect((await status(3)).state).toBe('bound')
})

test('unbinding stays, also when the card is opened again; binding again is one call', async () => {
  await officialOf(ecard).follow(openid(4))
  await status(4)
  expect(await status(4, 'unbind')).toEqual({ state: 'open', follows: true })
  expect(await status(4, 'unbind')).toEqual({ state: 'open', follows: true })
  expect(await status(4)).toEqual({ state: 'open', follows: true })
  expect((await status(4, 'bind')).state).toBe('bound')
})

test('a tap on the menu binds again what was undone', async () => {
  await officialOf(ecard).follow(openid(5))
  await status(5)
  await status(5, 'unbind')
  await ecard.moveTo(ecard.now + 2000)
  await tap(5)
  expect((await status(5)).state).toBe('bound')
})

test('card and follow at the same moment, again and again, always end bound', async () => {
  for (let round = 0; round < 5; round += 1) {
    await ecard.moveTo(ecard.now + 2000)
    await officialOf(ecard).unfollow(openid(6))
    await ecard.moveTo(ecard.now + 2000)
    await Promise.all([officialOf(ecard).follow(openid(6)), status(6), status(6)])
    expect([round, (await status(6)).state]).toEqual([round, 'bound'])
  }
})

test('one link for a person, and none for whoever has no card', async () => {
  expect(await ecard.call('o-nobody', 'binding', 'status')).toEqual({ ok: false, code: 'card_none' })
  expect(await ecard.call('o-nobody', 'binding', 'unbind')).toEqual({ ok: false, code: 'card_none' })
  expect(ecard.records('officialLinks').filter(({ openid }) => openid === 'o-nobody')).toEqual([])
  const holders = ecard.records('officialLinks').map(({ openid: holder }) => holder)
  expect(new Set(holders).size).toBe(holders.length)
})

test('asking when nothing changed writes nothing', async () => {
  await status(0)
  const { actions } = await ecard.roundTrips(() => status(0))
  expect(Object.keys(actions).filter((action) => /modify|insert|Transaction/.test(action))).toEqual([])
})

test('accounts that WeChat does not join: a clear answer, and no dead end', async () => {
  officialOf(ecard).joined = false
  expect(await status(7)).toEqual({ state: 'no_unionid' })
  expect(await ecard.call(openid(7), 'binding', 'bind')).toEqual({ ok: false, code: 'official_no_unionid' })
  await officialOf(ecard).follow(openid(7))
  const follower = ecard.records('followers').filter(({ lookUp }) => lookUp === 'none')
  expect(follower).toHaveLength(1)
  officialOf(ecard).joined = true
})

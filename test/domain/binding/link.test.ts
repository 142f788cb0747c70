/** The link of follower and holder, and the events that make it. */
import fc from 'fast-check'
import { readEvent } from '../../../domain/binding/event'
import {
  boundAgain,
  isOutdated,
  type Link,
  NO_LINK,
  unbound,
  withFollower,
  withHolder,
  withoutFollower,
} from '../../../domain/binding/link'
import { welcomeText } from '../../../domain/binding/welcome'

test('either order of card and follow ends bound, from the later of the two', () => {
  expect(withFollower(withHolder(NO_LINK, 'o', 1), 'f', 2).boundAt).toBe(2)
  expect(withHolder(withFollower(NO_LINK, 'f', 1), 'o', 2).boundAt).toBe(2)
})

test('a later tap does not change since when', () => {
  const bound = withFollower(withHolder(NO_LINK, 'o', 1), 'f', 2)
  expect(withFollower(bound, 'f', 9)).toEqual(bound)
  expect(withHolder(bound, 'o', 9)).toEqual(bound)
})

test('leaving ends it, following anew begins it anew', () => {
  const left = withoutFollower(withFollower(withHolder(NO_LINK, 'o', 1), 'f', 2))
  expect(left).toMatchObject({ boundAt: null, follower: null, openid: 'o' })
  expect(withFollower(left, 'f', 5).boundAt).toBe(5)
})

test('what was undone stays undone when the card is opened, until the person binds, follows or taps', () => {
  const undone = unbound(withFollower(withHolder(NO_LINK, 'o', 1), 'f', 2))
  expect(withHolder(undone, 'o', 3).boundAt).toBeNull()
  expect(boundAgain(undone, 4).boundAt).toBe(4)
  expect(withFollower(undone, 'f', 5).boundAt).toBe(5)
  expect(boundAgain(withoutFollower(undone), 6).boundAt).toBeNull()
})

test('whatever happens: bound exactly when both are known and it was not undone', () => {
  const steps: ((link: Link, now: number) => Link)[] = [
    (link, now) => withHolder(link, 'o', now),
    (link, now) => withFollower(link, 'f', now),
    withoutFollower,
    unbound,
    boundAgain,
  ]
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...steps)), (taken) => {
      const link = taken.reduce((so, step, index) => step(so, index + 1), NO_LINK)
      const complete = link.openid !== null && link.follower !== null && !link.undone
      expect(link.boundAt !== null).toBe(complete)
    }),
  )
})

test('events that overtake each other: the older one counts no more', () => {
  const follower = { unionid: 'u', follows: false, changedAt: 5, lookUp: 'done' } as const
  expect([isOutdated(null, 1), isOutdated(follower, 4), isOutdated(follower, 5)]).toEqual([false, true, false])
})

describe('reading events', () => {
  const message = { ToUserName: 'gh_1', FromUserName: 'oFollower', CreateTime: '1800000000', MsgType: 'event' }

  test.each(['subscribe', 'unsubscribe', 'view_miniprogram'])('%s', (kind) => {
    const event = readEvent({ ...message, Event: kind, EventKey: 'x' })
    expect(event).toEqual({
      kind,
      follower: 'oFollower',
      account: 'gh_1',
      at: 1_800_000_000_000,
      key: `oFollower:1800000000:${kind}`,
    })
  })

  test('other messages are none of ours; a text that says "subscribe" is a text', () => {
    expect(readEvent({ ...message, Event: 'CLICK' })).toBe('other')
    expect(readEvent({ ...message, MsgType: 'text', Event: 'subscribe' })).toBe('other')
  })

  test.each([
    ['FromUserName', ''],
    ['FromUserName', '{"$gt":""}'],
    ['CreateTime', '-1'],
    ['CreateTime', 'now'],
    ['ToUserName', ']]>'],
  ])('%s %j is no message of WeChat', (field, value) => {
    expect(readEvent({ ...message, Event: 'subscribe', [field]: value })).toBeNull()
  })
})

test("the welcome fits into WeChat's 2048 bytes and says the way in both languages", () => {
  expect(Buffer.byteLength(welcomeText())).toBeLessThan(2048)
  expect(welcomeText()).toContain('服务')
  expect(welcomeText()).toContain('My Alumni Card')
})

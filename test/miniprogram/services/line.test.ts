/** A line that is slow, silent or cut: said in time, given up in time, and over when it is over. */
import { ok, Phone } from '../harness/phone'
import { tuesday } from '../harness/samples'

let phone: Phone
const load = <T>(name: string) => require(`../../../miniprogram/services/${name}`) as T
const request = () => load<typeof import('../../../miniprogram/services/request')>('request')
const line = () => load<typeof import('../../../miniprogram/services/line')>('line')

/** Everything that the line was said to be, in order. */
function heard(): string[] {
  const said: string[] = []
  line().watchLine((now) => said.push(now))
  return said
}

const never = () => new Promise<never>(() => {})

beforeEach(() => {
  jest.resetModules()
  jest.useFakeTimers({ now: tuesday })
  phone = new Phone().install()
})
afterEach(() => jest.useRealTimers())

test('nobody is told anything about an answer that comes soon', async () => {
  phone.answers = { 'office.me': ok({ staff: null }) }
  const said = heard()
  await request().request('office', 'me')
  await jest.advanceTimersByTimeAsync(60_000)
  expect(said).toEqual(['fine'])
})

test('after four seconds the line is slow, until the answer is there', async () => {
  phone.answers = { 'office.me': () => new Promise((resolve) => setTimeout(() => resolve(ok({ staff: null })), 9_000)) }
  const said = heard()
  const reply = request().request('office', 'me')
  await jest.advanceTimersByTimeAsync(3_900)
  expect(said).toEqual(['fine'])
  await jest.advanceTimersByTimeAsync(200)
  expect(said).toEqual(['fine', 'slow'])
  await jest.advanceTimersByTimeAsync(6_000)
  expect(await reply).toMatchObject({ ok: true })
  expect(said).toEqual(['fine', 'slow', 'fine'])
})

test('of two slow requests the first answer does not make the line fine', async () => {
  const after = (milliseconds: number) => () =>
    new Promise<ReturnType<typeof ok>>((resolve) => setTimeout(() => resolve(ok({})), milliseconds))
  phone.answers = { 'office.me': after(5_000), 'card.show': after(8_000) }
  const said = heard()
  void request().request('office', 'me')
  void request().request('card', 'show')
  await jest.advanceTimersByTimeAsync(6_000)
  expect(said).toEqual(['fine', 'slow'])
  await jest.advanceTimersByTimeAsync(3_000)
  expect(said).toEqual(['fine', 'slow', 'fine'])
})

test.each([
  ['registration', 'submit', 15_000],
  ['card', 'show', 15_000],
  ['review', 'close', 65_000],
  ['archive', 'preview', 65_000],
  ['gate', 'record', 65_000],
])('%s.%s is given up after a while, as no answer', async (name, action, patience) => {
  phone.answers = { [`${name}.${action}`]: never }
  const replies: object[] = []
  void request()
    .request(name, action)
    .then((reply) => replies.push(reply))
  await jest.advanceTimersByTimeAsync(patience - 100)
  expect(replies).toEqual([])
  await jest.advanceTimersByTimeAsync(200)
  expect(replies).toEqual([{ ok: false, code: 'no_answer' }])
})

test('given up on a phone that has no network, it says so', async () => {
  phone.answers = { 'card.show': never }
  const reply = request().request('card', 'show')
  await jest.advanceTimersByTimeAsync(1_000)
  phone.setOnline(false)
  await jest.advanceTimersByTimeAsync(15_000)
  expect(await reply).toEqual({ ok: false, code: 'offline' })
})

test('an answer that comes after it was given up changes nothing', async () => {
  phone.answers = { 'card.show': () => new Promise((resolve) => setTimeout(() => resolve(ok({ now: 1 })), 20_000)) }
  const reply = request().request('card', 'show')
  const said = heard()
  await jest.advanceTimersByTimeAsync(30_000)
  expect(await reply).toEqual({ ok: false, code: 'no_answer' })
  expect(said.at(-1)).toBe('fine')
})

test('the gate waits in its own way: its questions make no page slow', async () => {
  phone.answers = { 'gate.check': never }
  const said = heard()
  void request().request('gate', 'check')
  await jest.advanceTimersByTimeAsync(30_000)
  expect(said).toEqual(['fine'])
})

test('a network that goes and comes is told, cut before slow; who stopped listening hears nothing', async () => {
  phone.answers = { 'card.show': never }
  void request().request('card', 'show')
  await jest.advanceTimersByTimeAsync(5_000)
  const said: string[] = []
  const stop = line().watchLine((now) => said.push(now))
  phone.setOnline(false)
  phone.setOnline(true)
  stop()
  phone.setOnline(false)
  expect(said).toEqual(['slow', 'cut', 'slow'])
})

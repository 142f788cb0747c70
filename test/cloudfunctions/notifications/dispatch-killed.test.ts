/**
 * The dispatcher dies by SIGKILL, with the whole cloud, at every step of a message. Whatever the step, the person hears
 * at least once; twice only when it died between the provider's acceptance and our record, and then the message is
 * marked uncertain.
 */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { university } from '../../../domain/university'
import { startCloud } from '../../../emulator/cloud/cloud'
import { buildAll } from '../harness/build'
import { CUT_OFF, cloudOptions, MONDAY, removeFolder, THURSDAY, temporaryFolder } from '../harness/cloud'
import { BOOTSTRAP_CODE, functionKeys } from '../harness/keys'
import { KillableCloud, until } from '../harness/killable-cloud'
import { ADMIN, REJECT, submission } from '../harness/office'
import { person } from '../harness/people'

const built = buildAll()
const dataDir = temporaryFolder()
const cloud = new KillableCloud(built, dataDir)
const value: KillableCloud['value'] = (...request) => cloud.value(...request)
const AFTER_LEASE = 130_000
const steps = [
  'before take',
  'after take',
  'during send',
  'after acceptance',
  'after record',
  'a copy by WeChat',
] as const
type Step = (typeof steps)[number]
const who = Object.fromEntries(steps.map((step, index) => [step, person(index + 1)])) as Record<
  Step,
  ReturnType<typeof person>
>
const copied = who['a copy by WeChat']
const { id: template } = university.subscribeTemplates.review_result

let blackHole: Server
let reached = 0

beforeAll(async () => {
  // Takes a request and never answers: the dispatcher has the message, the provider does not.
  blackHole = createServer(() => {
    reached += 1
  })
  await new Promise<void>((resolve) => blackHole.listen(0, '127.0.0.1', resolve))
})
afterAll(async () => {
  await cloud.kill()
  blackHole.closeAllConnections()
  await new Promise((resolve) => blackHole.close(resolve))
  removeFolder(dataDir)
})

const dispatch = () => cloud.post('timer', { function: 'notifications' })
const texts = async (to: string): Promise<number> =>
  (await cloud.get('messages')).messages.filter((message: { to: string }) => message.to === to).length
const plan = (target: string, kind: string) => cloud.post('fault', { target, kind, times: 1 })

/** Dispatches, kills everything once `isThere`, and starts it again. */
async function killWhen(isThere: () => Promise<boolean> | boolean) {
  const dying = dispatch().catch(() => null)
  await until(isThere)
  await cloud.kill()
  await dying
  await cloud.start()
}

/** What is left is sent: once at once, once when every lease is over, and the copies after that. */
async function recover() {
  await dispatch()
  await cloud.post('clock', { advance: AFTER_LEASE })
  await dispatch()
  await dispatch()
}

/** One person a round: rejected, so that the round leaves exactly one message. */
async function story() {
  await cloud.start(MONDAY)
  await value(ADMIN, 'office', 'bootstrap', { code: BOOTSTRAP_CODE, name: '吴芳' })
  const rounds = steps.map((_, index) =>
    new Date(Date.parse(THURSDAY) + index * 7 * 86_400_000).toISOString().slice(0, 10),
  )
  for (const [index, step] of steps.entries()) {
    await value(who[step].openid, 'registration', 'submit', submission(who[step]))
    await cloud.post('clock', { now: CUT_OFF + index * 7 * 86_400_000 })
    const { items } = await value(ADMIN, 'review', 'queue', { filter: 'undecided' })
    await value(ADMIN, 'review', 'decide', { id: items[0].id, version: 1, verdict: REJECT })
    if (step === 'a copy by WeChat') {
      await value(copied.openid, 'notifications', 'agree', { templates: ['review_result'] })
      await cloud.post('subscribe', { openid: copied.openid, templateId: template, accept: true })
    }
    await die(step, () => value(ADMIN, 'review', 'close', { round: rounds[index], carryOver: false }))
    await recover()
  }
  await cloud.kill()
}

// Closing starts the dispatcher by itself: that is the one that dies.
const deaths: Record<Step, (close: () => Promise<unknown>) => Promise<void>> = {
  'before take': async (close) => {
    // The provider is not there, so the message waits for another minute; then nobody has it.
    await cloud.post('fault', { target: 'sms', kind: 'error', code: 'InternalError', times: 1 })
    await close()
    await cloud.kill()
    await cloud.start()
    await cloud.post('clock', { advance: 60_000 })
  },
  'after take': async (close) => {
    await cloud.kill()
    await cloud.start(undefined, `http://127.0.0.1:${(blackHole.address() as AddressInfo).port}/sms`)
    const before = reached
    const closing = close().catch(() => null)
    await until(() => reached > before)
    await cloud.kill()
    await closing
    await cloud.start()
  },
  'during send': (close) => dieWhile(close, 'sms', 'timeout'),
  'after acceptance': (close) => dieWhile(close, 'sms', 'hold'),
  'after record': async (close) => {
    await close()
    await until(async () => (await texts(who['after record'].phone)) > 0)
    await dispatch()
    await cloud.kill()
    await cloud.start()
  },
  'a copy by WeChat': (close) => dieWhile(close, 'openapi', 'hold'),
}
const die = (step: Step, close: () => Promise<unknown>) => deaths[step](close)

/** The provider's fault is used up at the moment at which it has the request. */
async function dieWhile(close: () => Promise<unknown>, target: 'sms' | 'openapi', kind: string) {
  await plan(target, kind)
  const closing = close().catch(() => null)
  await killWhen(async () => (await cloud.get('fault')).left[target] === 0)
  await closing
}

test('at every step everybody hears, and a second copy is known', async () => {
  await story()
  const local = await startCloud(cloudOptions(built, dataDir, functionKeys))
  try {
    const find = (name: string) => local.world.database.find(name, { query: {} } as never) as any[]
    const heard = (to: string) => local.world.messages.list(0).filter((message) => message.to === to).length
    const sent = Object.fromEntries(steps.map((step) => [step, heard(who[step].phone)]))
    expect(sent).toEqual({
      'before take': 1,
      'after take': 1,
      'during send': 1,
      'after acceptance': 2,
      'after record': 1,
      'a copy by WeChat': 1,
    })
    const applications = new Map(find('applications').map(({ _id, openid }) => [_id, openid]))
    const outbox = find('outbox')
    const states = Object.fromEntries(
      steps.map((step) => {
        const mine = outbox.filter(({ _id }) => applications.get(_id.split(':')[1]) === who[step].openid)
        return [
          step,
          mine.map(({ channel, state, uncertain }) => `${channel} ${state}${uncertain ? ' uncertain' : ''}`),
        ]
      }),
    )
    expect(states).toEqual({
      'before take': ['sms sent'],
      'after take': ['sms sent uncertain'],
      'during send': ['sms sent uncertain'],
      'after acceptance': ['sms sent uncertain'],
      'after record': ['sms sent'],
      // WeChat had taken the first one, and with it the consent: the second is refused, and the SMS was there anyway.
      'a copy by WeChat': ['sms sent', 'wechat dropped uncertain'],
    })
    expect(heard(copied.openid)).toBe(1)
  } finally {
    await local.stop()
  }
}, 240_000)

/**
 * Every action of every function × everybody who can call it. The actions are read from the functions' own tables, what
 * is expected from access/lines.ts: an action without a line there fails, and so does a line without its action.
 */
import { join } from 'node:path'
import { allowed, type Caller, callers, type Line, linesFor } from './access/lines'
import { functionNames, ROOT } from './harness/build'
import { testCloud } from './harness/cloud'
import { functionKeys } from './harness/keys'
import { ADMIN, GUARD, openOffice, REVIEWER } from './harness/office'

const ecard = testCloud()
const openids: Partial<Record<Caller, string>> = {
  alumnus: 'o-some-alumnus',
  guard: GUARD,
  reviewer: REVIEWER,
  admin: ADMIN,
}
let lines: Record<string, Line>
let actions: string[]

beforeAll(async () => {
  await openOffice(ecard)
  lines = linesFor(ecard)
  const { url } = ecard.cloud
  Object.assign(process.env, { ...functionKeys, SMS_ENDPOINT: `${url}/sms` })
  actions = functionNames().flatMap((name) => {
    const { main } = require(join(ROOT, 'cloudfunctions', name, 'index.ts'))
    return main.accesses.map(([action]: [string]) => `${name}.${action}`)
  })
})

test('every action has its line, and every line its action', () => {
  const without = actions.filter((action) => !lines[action])
  const gone = Object.keys(lines).filter((action) => !actions.includes(action))
  const advice = 'Say in test/cloudfunctions/access/lines.ts who may call it, with a request that its schema accepts.'
  expect({ advice, 'actions without a line': without, 'lines without an action': gone }).toEqual({
    advice,
    'actions without a line': [],
    'lines without an action': [],
  })
  expect(actions.length).toBeGreaterThan(30)
})

test.each(callers)(
  '%s: gets past the door of exactly those actions that are for them',
  async (caller) => {
    const wrong: string[] = []
    for (const [action, { who, request }] of Object.entries(lines)) {
      const code = await codeFor(caller, action, request)
      const isAllowed = allowed[who]?.includes(caller) ?? false
      if (code === 'bad_request') {
        wrong.push(`${action}: its schema does not accept the request of its line`)
      } else if (isAllowed === isRefusal(code)) {
        wrong.push(`${action}: ${code ?? 'done'}`)
      }
    }
    expect(wrong).toEqual([])
  },
  120_000,
)

test('an account that nobody vouches for is nobody, whatever the event says', async () => {
  for (const [action, { who, request }] of Object.entries(lines).filter(([, { who }]) => who === 'admins')) {
    const [name = '', verb = ''] = action.split('.')
    const forged = { action: verb, ...request, userInfo: { openId: ADMIN }, tcbContext: { openid: ADMIN } }
    const reply: any = await ecard.cloud.call('o-some-alumnus', name, forged)
    expect([action, who, reply.code]).toEqual([action, 'admins', 'not_allowed'])
  }
})

/** What the caller is told; undefined when the action was done. */
async function codeFor(caller: Caller, action: string, request: object): Promise<string | undefined> {
  const [name = '', verb = ''] = action.split('.')
  const event = { action: verb, ...request }
  const openid = openids[caller]
  if (openid !== undefined) {
    return ((await ecard.cloud.call(openid, name, event)) as { code?: string }).code
  }
  if (caller === 'http') {
    return httpCode(name, event)
  }
  // The platform composes a timer's event itself; the action's fields cannot stand in it.
  const { functions } = ecard.cloud.world
  const { result } = await (caller === 'timer'
    ? functions.invoke(name, { Type: 'Timer', TriggerName: verb, Message: JSON.stringify(event) }, { kind: 'timer' })
    : functions.invoke(name, event, { kind: 'function', phone: null }))
  const { code, value } = result as { code?: string; value?: unknown }
  // A timer runs what the function does by itself, which is none of its actions.
  return caller === 'timer' && code === undefined && value === null ? 'own_work' : code
}

async function httpCode(name: string, event: object): Promise<string> {
  const headers = { 'content-type': 'application/json' }
  const response = await fetch(`${ecard.cloud.url}/http/${name}`, {
    method: 'POST',
    headers,
    body: JSON.stringify(event),
  })
  const { code } = await response.json()
  return response.status >= 400 ? 'own_work' : code
}

const isRefusal = (code: string | undefined) =>
  ['not_allowed', 'not_signed_in', 'unknown_action', 'own_work'].includes(code ?? '')

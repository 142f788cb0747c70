/** A whole deployment against a cloud on this machine: from nothing, again, stopped anywhere, by a second person. */

import { readConfiguration } from '../../../tools/deploy/configuration'
import { deploy, type Surroundings } from '../../../tools/deploy/deploy'
import type { Built } from '../../../tools/deploy/desired'
import type { Secrets } from '../../../tools/deploy/secrets'
import { tencentApi } from '../../../tools/deploy/tencent-api'
import { wechatApi } from '../../../tools/deploy/wechat-api'
import { completeConfiguration } from './configured'
import { ACCOUNT, APP, ENVIRONMENT, FakeCloud } from './fake-cloud'

jest.mock('../../../domain/university', () => {
  const { university } = jest.requireActual('../../../domain/university')
  const none = { id: '', title: '', keys: {} }
  return {
    university: {
      ...university,
      subscribeTemplates: { review_result: none, activation_open: none, registration_open: none, renewal_due: none },
    },
  }
})

const index = { name: 'name in letters', keys: [{ field: 'nameLatin', direction: 1 as const }], unique: false }
const built: Built = {
  collections: [
    { name: 'cards', indexes: [index] },
    { name: 'claims', indexes: [] },
  ],
  functions: [
    {
      name: 'gate',
      bundle: 'secret("AUDIT_KEY"),secret("PASS_KEY_ID")',
      digest: 'aaaa',
      config: { timeout: 60, triggers: [{ name: 'tend', type: 'timer', config: '0 */10 * * * * *' }] },
    },
    {
      name: 'notifications',
      bundle: 'secret("AUDIT_KEY"),secret("SMS_SECRET_KEY")',
      digest: 'bbbb',
      config: { permissions: { openapi: ['subscribeMessage.send'] } },
    },
  ],
  miniProgram: 'cccc',
}
const given: Secrets = {
  TENCENT_SECRET_ID: ACCOUNT.id,
  TENCENT_SECRET_KEY: ACCOUNT.key,
  WECHAT_APP_SECRET: APP.secret,
  SMS_SECRET_KEY: 'the-key-for-text-messages',
}

let cloud: FakeCloud
let kept: Secrets
let uploaded: string
let said: string[]

beforeEach(async () => {
  cloud = new FakeCloud()
  await cloud.start()
  kept = given
  uploaded = ''
  said = []
})
afterEach(() => cloud.stop())

function run(changed: Partial<Surroundings> = {}): Promise<number> {
  const reading = readConfiguration(completeConfiguration({ appid: APP.appid, environment: ENVIRONMENT }))
  const pause = () => Promise.resolve()
  return deploy({
    configuration: (reading as { value: Surroundings['configuration'] }).value,
    secrets: kept,
    built,
    hasUploadKey: true,
    uploaded,
    apply: true,
    replace: [],
    say: (line) => said.push(line),
    keep: (secrets) => {
      kept = secrets
    },
    connectTencent: (secret) => tencentApi({ secret, region: 'ap-shanghai', address: () => cloud.address, pause }),
    connectWechat: (secret) =>
      wechatApi({ appid: APP.appid, secret, environment: ENVIRONMENT, address: cloud.address }),
    zipOf: (name) => `zip of ${name}`,
    uploadMiniProgram: async (digest) => {
      uploaded = digest
    },
    pause,
    ...changed,
  })
}

test('by default the plan is printed and nothing is changed', async () => {
  expect(await run({ apply: false })).toBe(0)
  expect(cloud.changes).toEqual([])
  expect(kept).toBe(given)
  expect(said.join('\n')).toMatch(/create collection cards[\s\S]*create function gate[\s\S]*Nothing was changed/)
})

test('from an empty environment to all of it: closed collections, indexes, functions with their own variables, timers', async () => {
  expect(await run()).toBe(0)
  const { collections, functions, storage, routes, openapi } = cloud.made
  expect(Object.values(collections).map(({ acl }) => acl)).toEqual(['ADMINONLY', 'ADMINONLY'])
  expect(collections.cards!.indexes.map(({ Name }) => Name)).toEqual(['_id_', 'name_in_letters'])
  expect(functions.gate).toMatchObject({ Runtime: 'Nodejs20.19', Timeout: 60, MemorySize: 256, Handler: 'index.main' })
  expect(functions.gate).toMatchObject({ Code: { ZipFile: 'zip of gate' }, InstallDependency: 'FALSE' })
  expect(namesOf(functions.gate)).toEqual(['AUDIT_KEY', 'PASS_KEY_ID'])
  expect(functions.gate!.Triggers).toMatchObject([{ TriggerName: 'tend', TriggerDesc: '{"cron":"0 */10 * * * * *"}' }])
  expect(namesOf(functions.notifications)).toEqual(['AUDIT_KEY', 'SMS_SECRET_KEY'])
  expect(openapi).toEqual({ notifications: ['subscribeMessage.send'] })
  expect({ storage, uploaded }).toEqual({ storage: 'PRIVATE', uploaded: 'cccc' })
  expect(routes).toEqual({ '/gate': 'gate', '/library': 'library', '/binding': 'binding' })
  expect(Buffer.from(kept.AUDIT_KEY!, 'base64')).toHaveLength(32)
})

test('the second time there is nothing to do', async () => {
  await run()
  cloud.changes.length = 0
  said = []
  expect(await run()).toBe(0)
  expect(cloud.changes).toEqual([])
  expect(said.join('\n')).toContain('Nothing to do.')
})

test('stopped at any call and run again, it ends the same', async () => {
  await run()
  const { made: whole, changes } = cloud
  for (let stop = 0; stop < changes.length; stop += 1) {
    await cloud.stop()
    cloud = new FakeCloud()
    await cloud.start()
    uploaded = ''
    let calls = 0
    cloud.beforeChange = () => {
      calls += 1
      if (calls === stop + 1) {
        throw Object.assign(new Error('stopped'), { code: 'AuthFailure' })
      }
    }
    const pause = () => (calls > stop ? Promise.reject(new Error('killed')) : Promise.resolve())
    expect(await run({ pause, connectTencent: (secret) => impatient(secret, pause) })).toBe(
      stop < tencentCalls(changes) ? 1 : 0,
    )
    cloud.beforeChange = () => {}
    expect(await run()).toBe(0)
    expect(plain(cloud.made)).toEqual(plain(whole))
  }
})

test('an answer that is lost is asked for again and found done, whatever the call', async () => {
  const loseFirstAnswers = () => {
    const lost = new Set<string>()
    cloud.afterChange = (action) => {
      if (!lost.has(action)) {
        lost.add(action)
        throw new Error('the connection broke')
      }
    }
  }
  loseFirstAnswers()
  expect(await run()).toBe(0)
  loseFirstAnswers()
  const [gate, notifications] = built.functions
  const timer = { name: 'tend', type: 'timer', config: '0 */20 * * * * *' }
  const newer: Built = {
    ...built,
    collections: [{ name: 'cards', indexes: [{ ...index, keys: [{ field: 'nameLatin', direction: -1 }] }] }],
    functions: [{ ...gate!, digest: 'dddd', config: { timeout: 30, triggers: [timer] } }, notifications!],
  }
  expect(await run({ built: newer })).toBe(0)
  expect(cloud.changes).toEqual(expect.arrayContaining(['DeleteTrigger', 'UpdateFunctionCode']))
  cloud.changes.length = 0
  expect(await run({ built: newer })).toBe(0)
  expect(cloud.changes).toEqual([])
})

test('new code and a new variable reach a function that is there, the code after the variable', async () => {
  await run()
  cloud.changes.length = 0
  const [gate, ...others] = built.functions
  const newer = { ...gate!, digest: 'dddd', bundle: `${gate!.bundle},secret("PASS_LIST_KEY")` }
  expect(await run({ built: { ...built, functions: [newer, ...others] } })).toBe(0)
  expect(cloud.changes).toEqual(['UpdateFunctionConfiguration', 'UpdateFunctionCode', 'UpdateFunctionConfiguration'])
  expect(namesOf(cloud.made.functions.gate)).toEqual(['AUDIT_KEY', 'PASS_KEY_ID', 'PASS_LIST_KEY'])
})

test('whoever deploys from another machine takes the keys over and changes none', async () => {
  await run()
  const first = kept
  kept = given
  cloud.changes.length = 0
  expect(await run()).toBe(0)
  expect(kept).toEqual(first)
  expect(cloud.changes).toEqual([])
  expect(said.join('\n')).toContain('taken over from the cloud: AUDIT_KEY')
})

test('a key that differs from the cloud’s stops everything, unless somebody asks for it by name', async () => {
  await run()
  cloud.changes.length = 0
  kept = { ...kept, AUDIT_KEY: Buffer.alloc(32, 7).toString('base64') }
  expect(await run()).toBe(1)
  expect(cloud.changes).toEqual([])
  expect(said.join('\n')).toContain('--replace AUDIT_KEY')
  expect(await run({ replace: ['AUDIT_KEY'] })).toBe(0)
  expect(cloud.changes).toEqual(['UpdateFunctionConfiguration', 'UpdateFunctionConfiguration'])
})

test('what is missing stops it and is said; nothing is asked of anybody without the account’s keys', async () => {
  kept = {}
  expect(await run({ hasUploadKey: false })).toBe(1)
  expect(cloud.changes).toEqual([])
  const words = said.join('\n')
  expect(words).toMatch(/TENCENT_SECRET_ID is missing[\s\S]*SMS_SECRET_KEY is missing[\s\S]*There is no upload key/)
  expect(words).toContain('For an empty one the plan is')
})

test('without the mini program’s secret permissions are left to DevTools, and said so', async () => {
  const { WECHAT_APP_SECRET: _, ...without } = given
  kept = without
  expect(await run()).toBe(0)
  expect(cloud.made.openapi).toEqual({})
  expect(said.join('\n')).toContain('-604101')
})

test('limits of the platform are waited for', async () => {
  let refusals = 3
  cloud.beforeChange = () => {
    refusals -= 1
    if (refusals >= 0) {
      throw new Error('busy')
    }
  }
  expect(await run()).toBe(0)
})

test('no secret is ever said, also when the platform repeats it in its refusal', async () => {
  cloud.beforeChange = (action) => {
    if (action === 'CreateFunction') {
      throw new Error('this parameter is wrong')
    }
  }
  expect(await run()).toBe(1)
  const words = said.join('\n')
  expect(words).toContain('this parameter is wrong')
  expect(words).toContain('•••')
  for (const secret of [...Object.values(kept), ACCOUNT.key, APP.secret]) {
    expect(words).not.toContain(secret)
  }
})

test('a wrong environment or key of the account is a sentence, not a stack', async () => {
  const reading = readConfiguration(completeConfiguration({ appid: APP.appid, environment: 'another' }))
  const configuration = (reading as { value: Surroundings['configuration'] }).value
  await expect(run({ configuration })).rejects.toThrow('This account has no environment another.')
  kept = { ...given, TENCENT_SECRET_KEY: 'wrong' }
  await expect(run()).rejects.toThrow('AuthFailure.SignatureFailure')
})

const impatient = (secret: { id: string; key: string }, pause: () => Promise<void>) =>
  tencentApi({ secret, region: 'ap-shanghai', address: () => cloud.address, pause })

/** Without WeChat's, which the fault does not reach. */
const tencentCalls = (changes: readonly string[]) => changes.filter((each) => !each.startsWith('upload')).length

function namesOf(made: Record<string, any> | undefined): string[] {
  return made!.Environment.Variables.map(({ Key }: { Key: string }) => Key)
}

/** Without how often somebody looked. */
function plain(made: FakeCloud['made']) {
  return JSON.parse(JSON.stringify(made, (name, value) => (name === 'looks' ? undefined : value)))
}

/** What is uploaded is what was built, and a function gets the variables that it needs to start, no others. */
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { readBuild, zipOf } from '../../../tools/deploy/build-output'
import { type Configuration, readConfiguration } from '../../../tools/deploy/configuration'
import { desiredState, tooManyVariables } from '../../../tools/deploy/desired'
import { settle } from '../../../tools/deploy/secrets'
import { lastUpload, type MiniprogramCi, rememberUpload, uploadMiniProgram } from '../../../tools/deploy/upload'
import { variables, variablesIn } from '../../../tools/deploy/variables'
import { completeConfiguration } from './configured'

const root = path.resolve(__dirname, '../../..')
const built = readBuild(root)
const reading = readConfiguration(completeConfiguration({ appid: 'wx0123456789abcdef', environment: 'alumni-1' }))
const configuration = (reading as { value: Configuration }).value
const given = Object.entries(variables).flatMap(([name, each]) =>
  each.from === 'credential' && !each.optional ? [[name, 'given-by-a-provider']] : [],
)
const { secrets } = settle({
  needed: Object.keys(variables),
  known: Object.fromEntries(given),
  functions: {},
  replace: [],
  makeKey: (bytes) => Buffer.alloc(bytes, 1).toString('base64'),
  makeText: () => 'a text that somebody types',
})
const platform = {
  TENCENTCLOUD_RUNENV: 'SCF',
  TENCENTCLOUD_REGION: 'ap-shanghai',
  TCB_ENV: 'e',
  SCF_NAMESPACE: 'e',
}
const desired = desiredState(built, configuration, secrets)

test.each(Object.entries(desired.functions))(
  '%s starts with its variables and not without any of them',
  (name, { variables }) => {
    // Node prints the whole line of a bundle with an error; the message alone fits into a pipe.
    const script = `try{require('./dist/cloudfunctions/${name}/index.js')}catch(error){console.error(String(error))}`
    const start = (environment: Record<string, string>) =>
      spawnSync(process.execPath, ['-e', script], {
        cwd: root,
        env: { ...environment, ...platform },
        encoding: 'utf8',
      })
    expect(start(variables)).toMatchObject({ status: 0, stderr: '' })
    const [first] = Object.keys(variables)
    expect(start(Object.fromEntries(Object.entries(variables).slice(1))).stderr).toContain(first)
  },
)

test('the variables of every function fit into what the platform takes; more is a sentence', () => {
  expect(tooManyVariables(desired)).toEqual([])
  const templates = Object.fromEntries([...Array(300)].map((_, at) => [`text ${at}`, '123456']))
  const sms = { ...configuration.sms, templates }
  const sentences = tooManyVariables(desiredState(built, { ...configuration, sms }, secrets))
  expect(sentences).toEqual([expect.stringMatching(/^notifications would get \d+ bytes/)])
})

test('a name counts when the bundle reads it, not when it is part of another', () => {
  expect(variablesIn('x("AUDIT_KEY");process.env.PASS_KEYS_EARLIER;"MY_CARD_NUMBER_KEY_2"')).toEqual([
    'AUDIT_KEY',
    'PASS_KEYS_EARLIER',
  ])
})

test('the archive of a function holds its folder, and is the same for the same code', () => {
  const zip = zipOf(root, 'card')
  const files = unzipSync(Buffer.from(zip, 'base64'))
  expect(Object.keys(files).sort()).toEqual(fs.readdirSync(path.join(root, 'dist/cloudfunctions/card')).sort())
  expect(strFromU8(files['config.json']!)).toBe(
    fs.readFileSync(path.join(root, 'cloudfunctions/card/config.json'), 'utf8'),
  )
  expect(zipOf(root, 'card')).toBe(zip)
})

test('the mini program goes up with the appid, key and robot of the configuration', async () => {
  const calls: object[] = []
  const ci: MiniprogramCi = {
    Project: class {
      constructor(options: object) {
        calls.push(options)
      }
    },
    upload: async ({ project: _, onProgressUpdate: __, ...options }) => calls.push(options),
  }
  const as = { root, appid: 'wx1', keyFile: '/key', robot: 3, version: '1.2.3', description: 'd' }
  await uploadMiniProgram(ci, as)
  expect(calls).toMatchObject([
    { appid: 'wx1', projectPath: root, privateKeyPath: '/key', type: 'miniProgram' },
    { version: '1.2.3', desc: 'd', robot: 3, setting: { useProjectConfig: true } },
  ])
})

test('the last upload is remembered for each appid', () => {
  const folder = fs.mkdtempSync(path.join(tmpdir(), 'alumni-uploads-'))
  expect(lastUpload(folder, 'wx1')).toBe('')
  rememberUpload(folder, 'wx1', 'aaaa')
  rememberUpload(folder, 'wx2', 'bbbb')
  expect([lastUpload(folder, 'wx1'), lastUpload(folder, 'wx2')]).toEqual(['aaaa', 'bbbb'])
  fs.rmSync(folder, { recursive: true })
})

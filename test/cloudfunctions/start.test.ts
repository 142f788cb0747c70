/** A function that lacks a key refuses to start and says which; each asks only for the keys that it uses. */
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { startCloud } from '../../emulator/cloud/cloud'
import { buildAll } from './harness/build'
import { cloudOptions, removeFolder, temporaryFolder } from './harness/cloud'
import { functionKeys } from './harness/keys'

const run = promisify(execFile)
const built = buildAll()
const everyKey: Record<string, string> = { ...functionKeys, SMS_ENDPOINT: 'http://127.0.0.1:1/sms' }

const identityKeys = ['IDENTITY_ENCRYPTION_KEY', 'IDENTITY_DIGEST_KEY']
const passKeys = ['PASS_KEY_ID', 'PASS_ISSUER_KEY', 'PASS_VIEW_KEY']
const sms = ['SMS_ENDPOINT', 'SMS_SECRET_ID', 'SMS_SECRET_KEY', 'SMS_APP_ID', 'SMS_SIGN', 'SMS_TEMPLATES']

const needs: Record<string, string[]> = {
  registration: [...identityKeys, 'AUDIT_KEY'],
  review: [...identityKeys, 'CARD_NUMBER_KEY', 'AUDIT_KEY'],
  activation: [...identityKeys, ...passKeys, 'PHONE_CODE_KEY', 'LIST_HINT_KEY'],
  binding: ['IDENTITY_ENCRYPTION_KEY', 'AUDIT_KEY'],
  card: passKeys,
  library: ['LIBRARY_SIGNING_KEYS', 'LIBRARY_PSEUDONYM_KEY', 'LIBRARY_ISSUER'],
  gate: [...passKeys, 'PASS_LIST_KEY', 'LIST_HINT_KEY', 'AUDIT_KEY'],
  notifications: ['IDENTITY_ENCRYPTION_KEY', 'AUDIT_KEY', ...sms],
  privacy: [...identityKeys, 'PHONE_CODE_KEY', 'LIST_HINT_KEY', 'AUDIT_KEY'],
  office: ['IDENTITY_DIGEST_KEY', 'BOOTSTRAP_CODE', 'IDENTITY_ENCRYPTION_KEY', 'LIST_HINT_KEY', 'AUDIT_KEY'],
}

/** Keys of an id; 7 is the one in force. */
function earlierKeys(keyId: number): string {
  const [issuer, view] = [32, 16].map((length) => Buffer.alloc(length, keyId).toString('base64'))
  return JSON.stringify({ keyId, issuer, view })
}

/** Loads a built function in a process with these variables; what it says when it does not start, or ''. */
async function load(name: string, env: Record<string, string>): Promise<string> {
  // Node prints the whole line of a bundle with an error; the message alone fits into a pipe.
  const script =
    'try{require(process.argv[1])}catch(error){console.error(String(error));process.exit(1)}process.exit(0)'
  const platform = { TENCENTCLOUD_RUNENV: 'SCF', TENCENTCLOUD_REGION: 'x', SCF_NAMESPACE: 'x', PATH: process.env.PATH }
  try {
    await run(process.execPath, ['-e', script, join(built.functionsDir, name, 'index.js')], {
      env: { ...platform, ...env },
    })
    return ''
  } catch (error) {
    const { stderr } = error as { stderr: string }
    return stderr.split('\n').find((line) => line.startsWith('Error: ')) ?? stderr
  }
}

const without = (name: string, key: string) =>
  Object.fromEntries(needs[name]!.filter((each) => each !== key).map((each) => [each, everyKey[each] ?? '']))

test.each(Object.keys(needs))(
  '%s starts with its own keys and no others, and not without any of them',
  async (name) => {
    expect(await load(name, without(name, ''))).toBe('')
    for (const key of needs[name]!) {
      expect(await load(name, without(name, key))).toContain(`The environment variable ${key} is missing`)
    }
  },
)

test.each([
  ['registration', 'IDENTITY_ENCRYPTION_KEY', Buffer.alloc(16, 9).toString('base64')],
  ['registration', 'IDENTITY_DIGEST_KEY', 'not base64 but thirty-two bytes.'],
  ['gate', 'PASS_KEY_ID', '0'],
  ['gate', 'PASS_KEY_ID', '256'],
  ['gate', 'PASS_VIEW_KEY', Buffer.alloc(32, 9).toString('base64')],
  ['gate', 'PASS_LIST_KEY', Buffer.alloc(16, 9).toString('base64')],
  ['gate', 'PASS_KEYS_EARLIER', 'torn [{"keyId":6'],
  ['gate', 'PASS_KEYS_EARLIER', '[{"keyId":6,"issuer":"AAAA","view":"AAAA"}]'],
  ['gate', 'PASS_KEYS_EARLIER', `[${[1, 2].map(() => earlierKeys(6)).join()}]`],
  ['gate', 'PASS_KEYS_EARLIER', `[${earlierKeys(7)}]`],
  ['office', 'BOOTSTRAP_CODE', 'tiny-0'],
  ['library', 'LIBRARY_SIGNING_KEYS', Buffer.alloc(16, 9).toString('base64')],
  ['library', 'LIBRARY_SIGNING_KEYS', `${functionKeys.LIBRARY_SIGNING_KEYS} ${functionKeys.LIBRARY_SIGNING_KEYS}`],
  ['library', 'LIBRARY_ISSUER', 'http://card.example/library'],
  ['library', 'LIBRARY_DOOR', 'not an address'],
  ['notifications', 'SMS_TEMPLATES', '{"review_approved.zh":"1"}'],
])('%s does not start with a wrong %s, and never says what it was', async (name, key, value) => {
  const said = await load(name, { ...without(name, ''), [key]: value })
  expect(said).toContain(`The environment variable ${key} `)
  expect(said).not.toContain(value)
})

test('on the platform every call of such a function fails with that sentence', async () => {
  const dataDir = temporaryFolder()
  const { CARD_NUMBER_KEY: _, ...keys } = functionKeys
  const cloud = await startCloud(cloudOptions(built, dataDir, keys))
  try {
    await expect(cloud.call('o-x', 'review', { action: 'round' })).rejects.toThrow(
      'environment variable CARD_NUMBER_KEY',
    )
  } finally {
    await cloud.stop()
    removeFolder(dataDir)
  }
})

test('binding starts without an official account; with one it wants all of its keys, in their right form', async () => {
  const { OFFICIAL_APP_ID, OFFICIAL_APP_SECRET, OFFICIAL_TOKEN, MINI_PROGRAM_APP_ID } = functionKeys
  const official = { OFFICIAL_APP_ID, OFFICIAL_APP_SECRET, OFFICIAL_TOKEN, MINI_PROGRAM_APP_ID }
  const own = { ...without('binding', ''), ...official }
  expect(await load('binding', own)).toBe('')
  for (const key of ['OFFICIAL_APP_SECRET', 'OFFICIAL_TOKEN', 'MINI_PROGRAM_APP_ID']) {
    expect(await load('binding', { ...own, [key]: '' })).toContain(`The environment variable ${key} is missing`)
  }
  const wrong = await load('binding', { ...own, OFFICIAL_AES_KEY: 'too-short' })
  expect(wrong).toContain('The environment variable OFFICIAL_AES_KEY must be 43 letters and digits.')
})

/** The keys of this machine: made once, kept, and completed when a new version wants one more. */
import fs from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { functionKeys } from '../../emulator/keys'

const dataDir = path.join(fs.mkdtempSync(path.join(tmpdir(), 'alumni-keys-')), 'data')
const file = path.join(dataDir, 'keys.json')

afterAll(() => fs.rmSync(path.dirname(dataDir), { recursive: true }))

test('made at the first start for their owner only, the same ever after', () => {
  const keys = functionKeys(dataDir)
  expect(functionKeys(dataDir)).toEqual(keys)
  expect(fs.statSync(file).mode & 0o777).toBe(0o600)
  expect(keys.PASS_LIST_KEY).not.toBe(keys.PASS_ISSUER_KEY)
})

test('a data folder of an earlier version keeps its keys and gets the one that is missing', () => {
  const { PASS_LIST_KEY: _, ...earlier } = functionKeys(dataDir)
  fs.writeFileSync(file, JSON.stringify(earlier))
  const keys = functionKeys(dataDir)
  expect(keys).toMatchObject(earlier)
  expect(Buffer.from(keys.PASS_LIST_KEY, 'base64')).toHaveLength(32)
  expect(functionKeys(dataDir)).toEqual(keys)
})

test('what is no secret follows the version that runs: a message that an earlier one did not know has its template', () => {
  const keys = functionKeys(dataDir)
  const earlier = { ...JSON.parse(fs.readFileSync(file, 'utf8')), SMS_TEMPLATES: '{"phone_code.zh":"phone_code.zh"}' }
  fs.writeFileSync(file, JSON.stringify(earlier))
  expect(functionKeys(dataDir).SMS_TEMPLATES).toBe(keys.SMS_TEMPLATES)
})

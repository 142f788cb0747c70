/** Keys: kept for their owner alone, made once, never replaced by accident. */
import fs from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { readSecrets, settle, writeSecrets } from '../../../tools/deploy/secrets'

const folder = fs.mkdtempSync(path.join(tmpdir(), 'alumni-secrets-'))
const file = path.join(folder, 'kept', 'secrets.json')
const from = (environment: NodeJS.ProcessEnv = {}) => ({ project: '/the/project', environment, names: ['AUDIT_KEY'] })

afterAll(() => fs.rmSync(folder, { recursive: true }))

const settled = (changed: Partial<Parameters<typeof settle>[0]>) =>
  settle({
    needed: ['AUDIT_KEY', 'SMS_SIGN', 'BOOTSTRAP_CODE'],
    known: {},
    functions: {},
    replace: [],
    makeKey: (bytes) => `${bytes} bytes`,
    makeText: () => 'a text',
    ...changed,
  })
const cloudWith = (...values: string[]) =>
  Object.fromEntries(
    values.map((AUDIT_KEY, at) => [
      `function${at}`,
      { runtime: '', memory: 0, timeout: 0, variables: { AUDIT_KEY }, timers: [], code: '', openapi: null },
    ]),
  )

test('written for the owner alone, read again, the environment wins', () => {
  writeSecrets(file, { AUDIT_KEY: 'kept', OTHER: 'stays' })
  expect(fs.statSync(file).mode & 0o777).toBe(0o600)
  expect(fs.statSync(path.dirname(file)).mode & 0o777).toBe(0o700)
  expect(fs.readdirSync(path.dirname(file))).toEqual(['secrets.json'])
  expect(readSecrets(file, from())).toEqual({ ok: true, value: { AUDIT_KEY: 'kept', OTHER: 'stays' } })
  const given = readSecrets(file, from({ AUDIT_KEY: 'given', OTHER: 'not looked at' }))
  expect(given).toEqual({ ok: true, value: { AUDIT_KEY: 'given', OTHER: 'stays' } })
})

test('a file that others can read, that lies in the project or that is no JSON is refused', () => {
  fs.writeFileSync(file, '{}')
  fs.chmodSync(file, 0o640)
  expect(readSecrets(file, from())).toEqual({ ok: false, sentence: expect.stringContaining('chmod 600') })
  fs.chmodSync(file, 0o600)
  fs.writeFileSync(file, '{ "AUDIT_KEY": 1 }')
  expect(readSecrets(file, from())).toMatchObject({ ok: false })
  const inside = { ...from(), project: folder }
  expect(readSecrets(file, inside)).toEqual({ ok: false, sentence: expect.stringContaining('outside the project') })
})

test('no file yet is none kept', () => {
  expect(readSecrets(path.join(folder, 'none.json'), from())).toEqual({ ok: true, value: {} })
})

test('what nobody has is made, of the right kind; what is configured is none of its business', () => {
  expect(settled({})).toEqual({
    secrets: { AUDIT_KEY: '32 bytes', BOOTSTRAP_CODE: 'a text' },
    made: ['AUDIT_KEY', 'BOOTSTRAP_CODE'],
    adopted: [],
    conflicts: [],
  })
})

test('what the cloud has is taken over; what both have stays', () => {
  const over = settled({ functions: cloudWith('of the cloud', 'of the cloud') })
  expect(over).toMatchObject({ secrets: { AUDIT_KEY: 'of the cloud' }, adopted: ['AUDIT_KEY'], conflicts: [] })
  const same = settled({ known: { AUDIT_KEY: 'same' }, functions: cloudWith('same') })
  expect(same).toMatchObject({ secrets: { AUDIT_KEY: 'same' }, adopted: [], conflicts: [] })
})

test('two values in the cloud, or another one than ours, are a conflict until the key is named for replacing', () => {
  expect(settled({ functions: cloudWith('one', 'other') }).conflicts).toHaveLength(1)
  const other = { known: { AUDIT_KEY: 'ours' }, functions: cloudWith('ours', 'theirs') }
  expect(settled(other).conflicts).toEqual([expect.stringContaining('--replace AUDIT_KEY')])
  expect(settled({ ...other, replace: ['AUDIT_KEY'] })).toMatchObject({ secrets: { AUDIT_KEY: 'ours' }, conflicts: [] })
})

/** The command that verifies the audit log: through the SDK of the running cloud, and over exported files. */
import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { sdkEnvironment } from '../../../emulator/cloud/environment'
import { ROOT } from '../harness/build'
import { testCloud } from '../harness/cloud'
import { functionKeys } from '../harness/keys'
import { ADMIN, openOffice } from '../harness/office'

const run = promisify(execFile)
const ecard = testCloud()

/** What the command says, and how it ends. */
async function verify(args: readonly string[], env: Record<string, string> = {}) {
  const all = { PATH: process.env.PATH, AUDIT_KEY: functionKeys.AUDIT_KEY, ...env }
  try {
    const { stdout } = await run(process.execPath, [join(ROOT, 'tools', 'verify-audit.mjs'), ...args], {
      cwd: ROOT,
      env: all,
    })
    return { code: 0, text: stdout }
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string }
    return { code, text: stdout + stderr }
  }
}

const environment = () => sdkEnvironment(ecard.cloud.url)

/** Writes the two collections as the platform exports them. */
function exported(change: (records: any[]) => any[] = (records) => records): string[] {
  return ['audit', 'auditBlocks'].map((name) => {
    const file = join(ecard.dataDir, `${name}.json`)
    const records = name === 'audit' ? change(ecard.records(name)) : ecard.records(name)
    writeFileSync(file, records.map((record) => `${JSON.stringify(record)}\n`).join(''))
    return file
  })
}

beforeAll(async () => {
  await openOffice(ecard)
  await ecard.value(ADMIN, 'office', 'verifyAudit', { head: null, seen: null })
})

test('through the SDK: whole, with the head to note down', async () => {
  const { code, text } = await verify([], environment())
  const [block] = ecard.records('auditBlocks')
  expect(text).toContain(`1:${block.links.at(-1)}`)
  expect(text).toContain('The audit log is whole.')
  expect(code).toBe(0)
})

test('over exported files: whole, and every change named', async () => {
  expect((await verify(exported())).code).toBe(0)
  const altered = await verify(exported(([first, ...rest]) => [{ ...first, by: 'o-else' }, ...rest]))
  expect(altered.code).toBe(1)
  expect(altered.text).toContain('altered: block 1')
  const removed = await verify(exported(([, ...rest]) => rest))
  expect(removed.text).toContain('removed: block 1')
})

test('compared with a head that was noted: cut short, rewritten', async () => {
  const files = exported()
  const [block] = ecard.records('auditBlocks')
  const link = block.links.at(-1)
  expect((await verify([...files, '--seen', `1:${link}`])).code).toBe(0)
  expect((await verify([...files, '--seen', `2:${link}`])).text).toContain('truncated: block 2')
  expect((await verify([...files, '--seen', `1:${'0'.repeat(64)}`])).text).toContain('rewritten: block 1')
})

test('without the key, the environment or both files it says what is missing', async () => {
  expect((await verify(exported(), { AUDIT_KEY: '' })).text).toContain('AUDIT_KEY')
  expect((await verify([])).text).toContain('TCB_ENV')
  expect((await verify(['one.json'])).text).toContain('Usage')
})

/** The command that publishes the menu: nothing without `--publish`, and refusals in words that never hold a secret. */
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { ROOT } from '../harness/build'
import { testCloud } from '../harness/cloud'
import { functionKeys } from '../harness/keys'
import { officialOf } from '../harness/official'

const run = promisify(execFile)
const ecard = testCloud()
const { OFFICIAL_APP_ID, OFFICIAL_APP_SECRET, MINI_PROGRAM_APP_ID } = functionKeys

/** What the command says, and how it ends. */
async function command(args: string[] = [], changed: Record<string, string> = {}) {
  const OFFICIAL_API = `${ecard.cloud.url}/official`
  const env = { PATH: process.env.PATH, OFFICIAL_APP_ID, OFFICIAL_APP_SECRET, MINI_PROGRAM_APP_ID, OFFICIAL_API }
  try {
    const { stdout } = await run(process.execPath, [join(ROOT, 'tools', 'menu.mjs'), ...args], {
      cwd: ROOT,
      env: { ...env, ...changed },
    })
    return { text: stdout, code: 0 }
  } catch (error) {
    const { stdout, stderr, code } = error as { stdout: string; stderr: string; code: number }
    return { text: stdout + stderr, code }
  }
}

test('shows the difference and changes nothing; publishes when told to; then there is nothing to do', async () => {
  const official = officialOf(ecard)
  const before = official.menu
  const dry = await command()
  expect(dry.code).toBe(0)
  expect(dry.text).toMatch(/^\+ {3}我的校友卡 \(miniprogram\)$/m)
  expect(dry.text).toMatch(/^ {4}访客预约 \(view\)$/m)
  expect(official.menu).toEqual(before)
  expect((await command(['--publish'])).text).toContain('Published.')
  expect(official.menu[0]).toEqual(before[0])
  expect(official.menu[1]?.sub_button).toHaveLength(2)
  expect((await command()).text).toContain('There is nothing to change.')
})

test('a wrong secret, a page that is not there, a missing variable: said with the next step, and no secret in it', async () => {
  const wrong = await command([], { OFFICIAL_APP_SECRET: 'not-the-secret' })
  expect(wrong).toMatchObject({ code: 1, text: expect.stringContaining('AppID or AppSecret') })
  expect(wrong.text).not.toContain('not-the-secret')
  const page = await command(['--publish'], { MINI_PROGRAM_APP_ID: 'wx0000000000000009' })
  expect(page).toMatchObject({ code: 1, text: expect.stringContaining('Release the mini program') })
  const missing = await command([], { MINI_PROGRAM_APP_ID: '' })
  expect(missing).toMatchObject({ code: 1, text: expect.stringContaining('MINI_PROGRAM_APP_ID is missing') })
})

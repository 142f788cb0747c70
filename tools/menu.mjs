// `node tools/menu.mjs`: shows what would change in the official account's menu; `--publish` publishes it. Asks WeChat directly,
// with OFFICIAL_APP_ID, OFFICIAL_APP_SECRET and MINI_PROGRAM_APP_ID from the environment: for setting up, before there are staff.
// The token is the stable one, so the functions' stays valid. What is published here stands in no audit log; staff use the page.
// The rules: domain/binding/menu.ts.
import path from 'node:path'
import { load } from './build/bundle.mjs'
import { main, root, SetupError, say } from './setup.mjs'

const MARKS = { kept: ' ', added: '+', replaced: '~' }
const api = process.env.OFFICIAL_API ?? 'https://api.weixin.qq.com'
const tokenPath = process.env.OFFICIAL_TOKEN_PATH ?? '/cgi-bin/stable_token'
let token = ''

await main(async () => {
  const given = process.argv.slice(2)
  if (given.some((argument) => argument !== '--publish')) {
    throw new SetupError('Usage: node tools/menu.mjs [--publish]')
  }
  const rules = await loadRules()
  const current = rules.readMenu(await ask(rules, 'GET', '/cgi-bin/get_current_selfmenu_info'))
  if (!current) {
    throw new SetupError(inWords(rules, 'official_unreachable'))
  }
  const merged = rules.mergeMenu(current, rules.cardEntry(variable('MINI_PROGRAM_APP_ID')))
  if (!merged.ok) {
    throw new SetupError(inWords(rules, merged.code, merged.details))
  }
  const lines = rules.compareMenus(current, merged.value)
  print(lines)
  if (!rules.hasChanges(lines)) {
    say('It is published. There is nothing to change.')
  } else if (given.includes('--publish')) {
    await ask(rules, 'POST', '/cgi-bin/menu/create', { button: merged.value })
    say('Published. Phones update within about five minutes.')
  } else {
    say('Nothing was changed. To publish it: node tools/menu.mjs --publish')
  }
})

async function loadRules() {
  const files = ['menu', 'menu-errors', 'card-entry'].map((name) => path.join(root, 'domain', 'binding', `${name}.ts`))
  const words = path.join(root, 'miniprogram', 'staff', 'words', 'refusals-menu-en.ts')
  const modules = await Promise.all([...files, words].map((file) => load(file)))
  return Object.assign({}, ...modules)
}

/** Asks WeChat; a refusal ends the command in words. */
async function ask(rules, method, place, body) {
  token ||= (
    await send(rules, 'POST', tokenPath, {
      grant_type: 'client_credential',
      appid: variable('OFFICIAL_APP_ID'),
      secret: variable('OFFICIAL_APP_SECRET'),
      force_refresh: false,
    })
  ).access_token
  return send(rules, method, `${place}?${new URLSearchParams({ access_token: token })}`, body)
}

async function send(rules, method, address, body) {
  const headers = { 'content-type': 'application/json; charset=utf-8' }
  const sent = body && { body: JSON.stringify(body), headers }
  let answer
  try {
    answer = await (await fetch(`${api}${address}`, { method, signal: AbortSignal.timeout(10_000), ...sent })).json()
  } catch {
    // The error would quote the address, and the token in it.
    throw new SetupError(inWords(rules, 'official_unreachable'))
  }
  if (answer.errcode) {
    throw new SetupError(inWords(rules, rules.refusalOfNumber(answer.errcode), { number: answer.errcode }))
  }
  return answer
}

function inWords({ menuRefusals }, code, details = {}) {
  const { say: sentence, next } = menuRefusals[code]
  const text = `${sentence} ${next}`
  return Object.entries(details).reduce((filled, [name, value]) => filled.replaceAll(`{${name}}`, String(value)), text)
}

function print(lines, indent = '') {
  for (const { name, type, change, was, below } of lines) {
    const kind = [type, was && `was ${was}`].filter(Boolean).join(', ')
    say(`${MARKS[change]} ${indent}${name}${kind ? ` (${kind})` : ''}`)
    print(below, `${indent}  `)
  }
}

function variable(name) {
  const value = process.env[name]
  if (!value) {
    throw new SetupError(`The environment variable ${name} is missing.`)
  }
  return value
}

/** The command behind `npm run deploy`: arguments, files and the real network; the work is in deploy.ts. */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { readBuild, zipOf } from './build-output'
import { type Configuration, readConfiguration } from './configuration'
import { deploy } from './deploy'
import { menuCall } from './menu'
import { redactor } from './report'
import { readSecrets, type Secrets, writeSecrets } from './secrets'
import { tencentApi } from './tencent-api'
import { textsToRegister } from './texts'
import { lastUpload, loadMiniprogramCi, rememberUpload, uploadMiniProgram } from './upload'
import { ACCOUNT_KEYS, APP_SECRET, variables } from './variables'
import { wechatApi } from './wechat-api'

const root = process.cwd()
const say = (line: string) => console.log(line)

async function main(): Promise<number> {
  const { values: wish } = parseArgs({
    options: {
      apply: { type: 'boolean', default: false },
      texts: { type: 'boolean', default: false },
      replace: { type: 'string', multiple: true, default: [] },
      config: { type: 'string', default: 'deploy.config.json' },
    },
  })
  if (wish.texts) {
    textsToRegister().forEach(say)
    return 0
  }
  const configuration = loadConfiguration(path.resolve(root, wish.config))
  const secrets = configuration && loadSecrets(configuration)
  if (!configuration || !secrets) {
    return 1
  }
  const code = await run(configuration, secrets, wish)
  return wish.apply && code !== 0 ? code : Math.max(code, bringMenu(secrets, configuration.appid, wish.apply))
}

/** Shows or publishes the menu after everything else: it leads people to what must be there. */
function bringMenu(secrets: Secrets, appid: string, apply: boolean): number {
  const call = menuCall(secrets, appid, apply)
  if (!call) {
    return 0
  }
  say('\nMenu of the official account:')
  const env = { ...process.env, ...call.environment }
  return spawnSync(process.execPath, call.arguments, { cwd: root, env, stdio: 'inherit' }).status ?? 1
}

function loadConfiguration(file: string): Configuration | null {
  if (!existsSync(file)) {
    say(`There is no ${file}: copy deploy.config.example.json there and fill it in (docs/deploy.md).`)
    return null
  }
  const reading = readConfiguration(readFileSync(file, 'utf8'))
  if (!reading.ok) {
    reading.sentences.forEach(say)
  }
  return reading.ok ? reading.value : null
}

function loadSecrets({ secretsFile }: Configuration): Secrets | null {
  const given = Object.keys(variables).filter((name) => variables[name]?.from !== 'configuration')
  const names = [...ACCOUNT_KEYS, APP_SECRET, ...given]
  const reading = readSecrets(atHome(secretsFile), { project: root, environment: process.env, names })
  if (!reading.ok) {
    say(reading.sentence)
  }
  return reading.ok ? reading.value : null
}

async function run(configuration: Configuration, secrets: Secrets, wish: { apply: boolean; replace: string[] }) {
  const { appid, environment, region, robot } = configuration
  const keyFile = atHome(configuration.uploadKeyFile)
  const work = deploy({
    ...wish,
    configuration,
    secrets,
    built: readBuild(root),
    hasUploadKey: configuration.uploadKeyFile !== '' && existsSync(keyFile),
    uploaded: lastUpload(root, appid),
    say,
    keep: (all) => writeSecrets(atHome(configuration.secretsFile), all),
    connectTencent: (secret) => tencentApi({ secret, region, pause }),
    connectWechat: (secret) => wechatApi({ appid, secret, environment }),
    zipOf: (name) => zipOf(root, name),
    uploadMiniProgram: async (digest) => {
      const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))
      const upload = { root, appid, keyFile, robot, version, description: `${version}, ${digest}` }
      await uploadMiniProgram(loadMiniprogramCi(root), upload)
      rememberUpload(root, appid, digest)
    },
    pause,
  })
  return work.catch((error: Error) => {
    say(`\n${redactor(secrets)(error.message)}`)
    return 1
  })
}

function atHome(file: string): string {
  return path.resolve(file.replace(/^~(?=[/\\]|$)/, homedir()))
}

main().then((code) => {
  process.exitCode = code
})

/**
 * What the functions want from their environment. Keys are made once for this machine and kept with its data; real ones are
 * made at deployment and never seen here. Kept owner-readable only: the data folder is private to the person who runs it.
 * What is no secret follows the version that runs, so that an older data folder never lacks a new message's template.
 */
import { randomBytes, randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { messageTemplates } from '../domain/notifications/templates'
import { APPID } from './cloud/control/controls'
import type { OfficialAccountSettings } from './cloud/official-account/official-account'

type Secrets = ReturnType<typeof makeSecrets>

/** Environment variables (cloudfunctions/_kit/keys). */
export type FunctionKeys = Secrets & typeof names

/** Reads the keys of a data folder, making those that are missing: all at the first start, new ones after an update. */
export function functionKeys(dataDir: string): FunctionKeys {
  const file = path.join(dataDir, 'keys.json')
  const kept: Partial<Secrets> = fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : {}
  const secrets = { ...makeSecrets(), ...kept }
  if (Object.keys(secrets).length !== Object.keys(kept).length) {
    fs.mkdirSync(dataDir, { recursive: true })
    fs.writeFileSync(file, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 })
  }
  return { ...secrets, ...names }
}

/** Names of what the emulator plays: the SMS provider's application, the official account, the mini program. */
const names = {
  OFFICIAL_APP_ID: 'wx0000000000000002',
  MINI_PROGRAM_APP_ID: APPID,
  SMS_SECRET_ID: 'local',
  SMS_APP_ID: '1400000000',
  SMS_SIGN: '江苏大学校友会',
  SMS_TEMPLATES: JSON.stringify(Object.fromEntries(Object.keys(messageTemplates).map((key) => [key, key]))),
}

function makeSecrets() {
  const letters = (count: number) => randomBytes(count).toString('hex').slice(0, count)
  const secret = (bytes: number) => randomBytes(bytes).toString('base64')
  return {
    IDENTITY_ENCRYPTION_KEY: secret(32),
    IDENTITY_DIGEST_KEY: secret(32),
    CARD_NUMBER_KEY: secret(32),
    PHONE_CODE_KEY: secret(32),
    PASS_KEY_ID: '1',
    PASS_ISSUER_KEY: secret(32),
    PASS_VIEW_KEY: secret(16),
    PASS_LIST_KEY: secret(32),
    LIST_HINT_KEY: secret(32),
    AUDIT_KEY: secret(32),
    LIBRARY_SIGNING_KEYS: secret(32),
    LIBRARY_PSEUDONYM_KEY: secret(32),
    LIBRARY_EZPROXY_SECRET: secret(32),
    BOOTSTRAP_CODE: randomUUID(),
    OFFICIAL_APP_SECRET: letters(32),
    OFFICIAL_TOKEN: letters(24),
    OFFICIAL_AES_KEY: letters(43),
    SMS_SECRET_KEY: secret(16),
  }
}

/** The other side's view of the same keys: what WeChat knows of the official account. */
export function officialAccountOf(keys: Pick<FunctionKeys, OfficialKey>): OfficialAccountSettings {
  return {
    appid: keys.OFFICIAL_APP_ID,
    secret: keys.OFFICIAL_APP_SECRET,
    token: keys.OFFICIAL_TOKEN,
    encodingAesKey: keys.OFFICIAL_AES_KEY,
    name: 'gh_jsualumni',
  }
}

type OfficialKey = 'OFFICIAL_APP_ID' | 'OFFICIAL_APP_SECRET' | 'OFFICIAL_TOKEN' | 'OFFICIAL_AES_KEY'

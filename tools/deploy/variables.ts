/**
 * The environment variables of the functions: where the value of each comes from. A function gets those that its bundle
 * names and no others. test/house/deployment.test.ts fails when the functions read one that is missing here.
 */
import type { Configuration } from './configuration'

/** The keys of the Tencent Cloud account that owns the environment; they never reach a function. */
export const ACCOUNT_KEYS = ['TENCENT_SECRET_ID', 'TENCENT_SECRET_KEY'] as const
/** The mini program's own secret, with which WeChat is told what functions may call; never reaches a function either. */
export const APP_SECRET = 'WECHAT_APP_SECRET'

/** How many bytes a key has, or that it is a text to be typed by somebody. */
type Generated = { from: 'generated'; bytes: number } | { from: 'generated'; text: true }
/** Not secret, or secret elsewhere: stands in the configuration file. */
type Configured = { from: 'configuration'; value: (configuration: Configuration) => string }
/** Given by a provider: stands in the secrets file or in the environment of whoever deploys. */
type Credential = { from: 'credential'; where: string; optional?: true }

export type Variable = Generated | Configured | Credential

const key = (bytes: number): Variable => ({ from: 'generated', bytes })
const configured = (value: Configured['value']): Variable => ({ from: 'configuration', value })

const SMS_KEYS =
  '腾讯云控制台 → 访问管理 → API 密钥管理 (a sub-account that may only send text messages: QcloudSMSFullAccess)'

const OFFICIAL = '微信公众平台 (of the official account) → 设置与开发 → 开发接口管理 → 基本配置'
const official = (where: string): Variable => ({ from: 'credential', where, optional: true })

export const variables: Readonly<Record<string, Variable>> = {
  IDENTITY_ENCRYPTION_KEY: key(32),
  IDENTITY_DIGEST_KEY: key(32),
  CARD_NUMBER_KEY: key(32),
  PHONE_CODE_KEY: key(32),
  PASS_ISSUER_KEY: key(32),
  PASS_VIEW_KEY: key(16),
  PASS_LIST_KEY: key(32),
  LIST_HINT_KEY: key(32),
  AUDIT_KEY: key(32),
  LIBRARY_SIGNING_KEYS: key(32),
  LIBRARY_PSEUDONYM_KEY: key(32),
  BOOTSTRAP_CODE: { from: 'generated', text: true },
  IDENTITY_ENCRYPTION_KEYS_BESIDE: {
    from: 'credential',
    where: 'while the encryption key is being replaced: the other key (docs/keys.md)',
    optional: true,
  },
  IDENTITY_DIGEST_KEYS_EARLIER: {
    from: 'credential',
    where: 'after the digest key was replaced: the earlier ones, oldest first, separated by commas (docs/keys.md)',
    optional: true,
  },
  PASS_KEY_ID: configured(({ passKeyId }) => String(passKeyId)),
  PASS_KEYS_EARLIER: {
    from: 'credential',
    where: 'the public halves of issuer keys that were replaced (cloudfunctions/gate/verification-keys.ts)',
    optional: true,
  },
  MINI_PROGRAM_APP_ID: configured(({ appid }) => appid),
  OFFICIAL_APP_ID: official(`${OFFICIAL}; without it there is no official account, with it the next three are needed`),
  OFFICIAL_APP_SECRET: official(OFFICIAL),
  OFFICIAL_TOKEN: official(`${OFFICIAL} → 服务器配置 → 令牌`),
  OFFICIAL_AES_KEY: official(`${OFFICIAL} → 服务器配置 → 消息加解密密钥, 43 characters; choose 安全模式`),
  OFFICIAL_API: official('only to reach WeChat by another address'),
  OFFICIAL_TOKEN_PATH: official('only if WeChat renames /cgi-bin/stable_token'),
  SMS_ENDPOINT: configured(({ sms }) => sms.endpoint),
  SMS_APP_ID: configured(({ sms }) => sms.appId),
  SMS_SIGN: configured(({ sms }) => sms.sign),
  SMS_TEMPLATES: configured(({ sms }) => JSON.stringify(sms.templates)),
  LIBRARY_ISSUER: configured(issuerOf),
  LIBRARY_DOOR: configured(({ library }) => library.door),
  LIBRARY_EZPROXY: configured(({ library }) => library.ezproxy),
  LIBRARY_EZPROXY_DIGEST: configured(({ library }) => library.ezproxyDigest),
  LIBRARY_EZPROXY_SECRET: {
    from: 'credential',
    where: 'the secret in user.txt of the library’s EZproxy (docs/library.md)',
    optional: true,
  },
  SMS_SECRET_ID: { from: 'credential', where: SMS_KEYS },
  SMS_SECRET_KEY: { from: 'credential', where: SMS_KEYS },
}

/** Where the library fetches keys; the platform's own address of the environment unless another one was given. */
function issuerOf({ environment, library }: Configuration): string {
  return library.issuer || `https://${environment}.service.tcloudbase.com/library`
}

/** The variables that a bundle names: it reads those and no others. */
export function variablesIn(bundle: string): string[] {
  return Object.keys(variables).filter((name) =>
    new RegExp(`["'\`]${name}["'\`]|process\\.env\\.${name}\\b`).test(bundle),
  )
}

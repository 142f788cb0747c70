/**
 * What is missing before the product can be brought to a real account: one sentence each, with the place where it is
 * found. Console pages are named as they are written there, in Chinese.
 */
import { messageTemplates } from '../../domain/notifications/templates'
import { university } from '../../domain/university'
import type { Configuration } from './configuration'
import type { Secrets } from './secrets'
import { ACCOUNT_KEYS, APP_SECRET, variables } from './variables'

const ACCOUNT_PAGE =
  '腾讯云控制台 → 访问管理 → 用户 → 子用户 → API 密钥 (sub-user with QcloudTCBFullAccess and QcloudSCFFullAccess)'
const OFFICIAL_TEMPLATE_ID = /^[\w-]{43}$/

export type Circumstances = {
  configuration: Configuration
  secrets: Secrets
  /** Is the file of the upload key there? */
  hasUploadKey: boolean
  /** The environment variables that the built functions read. */
  needed: readonly string[]
}

/** Without these nothing is done. */
export function lacking({ configuration, secrets, hasUploadKey, needed }: Circumstances): string[] {
  return [
    ...emptyFields(configuration),
    ...ACCOUNT_KEYS.filter((name) => !secrets[name]).map((name) => missing(name, ACCOUNT_PAGE)),
    ...needed.flatMap((name) => lackingVariable(name, secrets)),
    ...lackingTexts(configuration),
    ...emulatorTemplates(secrets),
    ...(hasUploadKey
      ? []
      : [
          `There is no upload key at ${configuration.uploadKeyFile || '(uploadKeyFile is empty)'}: ${UPLOAD_KEY_PAGE}.`,
        ]),
  ]
}

const UPLOAD_KEY_PAGE =
  '微信公众平台 → 管理 → 开发管理 → 小程序代码上传 → 下载密钥; add this machine to the IP 白名单 there'

/** What a person has to look at, because no API tells. Nothing waits for it. */
export function toBeLookedAt({ configuration, secrets }: Circumstances): string[] {
  const open = Object.entries(configuration.checkedByHand).filter(([, isChecked]) => !isChecked)
  const sentences = open.map(([name]) => `${BY_HAND[name as keyof typeof BY_HAND]} (checkedByHand.${name})`)
  return secrets[APP_SECRET] ? sentences : [...sentences, WITHOUT_APP_SECRET]
}

const BY_HAND: Record<keyof Configuration['checkedByHand'], string> = {
  privacyDeclaration: '微信公众平台 → 设置 → 服务内容声明 → 用户隐私保护指引: declare what docs/deploy.md lists',
  phoneNumberComponent: '微信公众平台 → 付费管理 → 手机号快速验证组件: bought, else one-tap numbers fail',
  openPlatformBinding:
    '微信开放平台 → 管理中心: mini program and official account bound to one account, else they have no common UnionID',
  filing: '微信公众平台 → 设置 → 小程序备案 and 服务类目 (教育): without them no release',
  backups: '云开发控制台 → 数据库 → 数据备份: automatic backups are on',
  alarms: '云开发控制台 → 监控告警: alarms for failed functions, timers and the quota',
}

const WITHOUT_APP_SECRET =
  `${APP_SECRET} is not given (微信公众平台 → 开发管理 → 开发设置 → AppSecret): upload the functions that name an openapi in ` +
  'their config.json once from WeChat DevTools (上传并部署), or WeChat refuses them with -604101'

function emptyFields({ appid, environment, sms }: Configuration): string[] {
  const fields: [string, string, string][] = [
    ['appid', appid, '微信公众平台 → 管理 → 开发管理 → 开发设置 → AppID(小程序ID)'],
    ['environment', environment, '云开发控制台 → 环境 → 环境 ID'],
    ['sms.appId', sms.appId, '腾讯云控制台 → 短信 → 应用管理 → SDKAppID'],
    ['sms.sign', sms.sign, '腾讯云控制台 → 短信 → 国内短信 → 签名管理 (approved)'],
  ]
  return fields
    .filter(([, value]) => value === '')
    .map(([name, , where]) => missing(`deploy.config.json, ${name}`, where))
}

function lackingVariable(name: string, secrets: Secrets): string[] {
  const variable = variables[name]
  const isMissing = variable?.from === 'credential' && !variable.optional && !secrets[name]
  return isMissing ? [missing(name, variable.where)] : []
}

function lackingTexts({ sms }: Configuration): string[] {
  const keys = Object.keys(messageTemplates).filter((key) => !sms.templates[key])
  const where = '腾讯云控制台 → 短信 → 正文模板管理 (npm run deploy -- --texts prints the texts to register)'
  return keys.length === 0 ? [] : [missing(`deploy.config.json, sms.templates: ${keys.join(', ')}`, where)]
}

/** An empty id is allowed: then everything goes by SMS. */
function emulatorTemplates({ OFFICIAL_APP_ID }: Secrets): string[] {
  return [
    ...emulatorIds('subscribeTemplates', '功能 → 订阅消息 → 我的模板'),
    ...(OFFICIAL_APP_ID ? emulatorIds('officialTemplates', 'of the official account → 广告与服务 → 模板消息') : []),
  ]
}

function emulatorIds(table: 'subscribeTemplates' | 'officialTemplates', where: string): string[] {
  const wrong = Object.entries(university[table])
    .filter(([, { id }]) => (id as string) !== '' && !OFFICIAL_TEMPLATE_ID.test(id))
    .map(([name]) => name)
  const sentence =
    `domain/university.ts, ${table}: the ids of ${wrong.join(', ')} are the emulator's; ` +
    `微信公众平台 → ${where} has yours, or leave them empty and everything goes by SMS.`
  return wrong.length === 0 ? [] : [sentence]
}

function missing(what: string, where: string): string {
  return `${what} is missing: ${where}.`
}

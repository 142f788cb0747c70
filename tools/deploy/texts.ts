/** `--texts`: what has to be registered with the providers before a message can leave. */
import { messageTemplates } from '../../domain/notifications/templates'
import { university } from '../../domain/university'

/** The texts of the SMS as the provider's form takes them, and the keywords of WeChat's templates. */
export function textsToRegister(): string[] {
  const sms = Object.entries(messageTemplates).map(([key, text]) => `  ${key}\n    ${text}`)
  return [
    '腾讯云控制台 → 短信 → 正文模板管理. The id of each goes into deploy.config.json, sms.templates. Texts for numbers outside',
    'the mainland are registered apart; name those with ".overseas" behind.',
    ...sms,
    '微信公众平台 → 功能 → 订阅消息. The ids and the keys of your templates go into domain/university.ts.',
    ...templateLines(university.subscribeTemplates),
    '微信公众平台 (of the official account) → 广告与服务 → 模板消息, if there is one. Likewise, officialTemplates.',
    ...templateLines(university.officialTemplates),
  ]
}

function templateLines(templates: Readonly<Record<string, { title: string; keys: object }>>): string[] {
  return Object.entries(templates).map(
    ([name, { title, keys }]) => `  ${name}: ${title} (${Object.keys(keys).join(', ')})`,
  )
}

/** `--texts`: what has to be registered with the providers before a message can leave. */
import { messageTemplates } from '../../domain/notifications/templates'
import { university } from '../../domain/university'

/** The texts of the SMS as the provider's form takes them, and the keywords of WeChat's subscribe messages. */
export function textsToRegister(): string[] {
  const sms = Object.entries(messageTemplates).map(([key, text]) => `  ${key}\n    ${text}`)
  const subscribe = Object.entries(university.subscribeTemplates).map(
    ([name, { title, keys }]) => `  ${name}: ${title} (${Object.keys(keys).join(', ')})`,
  )
  return [
    '腾讯云控制台 → 短信 → 正文模板管理. The id of each goes into deploy.config.json, sms.templates. Texts for numbers outside',
    'the mainland are registered apart; name those with ".overseas" behind.',
    ...sms,
    '微信公众平台 → 功能 → 订阅消息. The ids and the keys of your templates go into domain/university.ts.',
    ...subscribe,
  ]
}

/**
 * WeChat subscribe messages, sent in the cloud's own name: the platform vouches for the function, there is no token to
 * keep. Source: WeChat's documentation of subscribeMessage.send.
 */
import { type Subscription, subscriptionOf } from '../../domain/notifications/subscribe'
import type { Opened } from './deliver'

const PAGE = 'pages/home/home'
const LANGUAGE = { zh: 'zh_CN', en: 'en_US' } as const

/** Hands one message to WeChat. @returns the code of its refusal, or null @throws when WeChat does not answer */
export async function sendSubscribeMessage(message: Opened): Promise<string | null> {
  const subscription = subscriptionOf(message)
  if (!subscription) {
    return 'wechat.40037' // the account no longer uses the template
  }
  return send(message, subscription)
}

async function send({ openid, language }: Opened, { templateId, data }: Subscription): Promise<string | null> {
  // Only this way needs the SDK: loading it here keeps it out of the cold start of everything else.
  const { default: cloud } = await import('wx-server-sdk')
  cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV as unknown as string })
  try {
    const lang = LANGUAGE[language]
    await cloud.openapi.subscribeMessage.send({ touser: openid, templateId, page: PAGE, data, lang })
    return null
  } catch (error) {
    const code = refusalOf(error)
    if (code === null) {
      throw error
    }
    return code
  }
}

// WeChat's own codes are positive, but -1 is its "busy, try again"; the platform reports its failures with other
// negative ones.
function refusalOf(error: unknown): string | null {
  const { errCode } = (error ?? {}) as { errCode?: unknown }
  return typeof errCode === 'number' && (errCode > 0 || errCode === -1) ? `wechat.${errCode}` : null
}

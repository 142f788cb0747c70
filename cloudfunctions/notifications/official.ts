/**
 * Template messages of the official account, to people whose card is bound to it; a tap opens the mini program. Source: WeChat's
 * documentation of template messages (message/template/send).
 */
import { createHash } from 'node:crypto'
import { officialMessageOf } from '../../domain/notifications/subscribe'
import { account } from '../_kit/official-account/account'
import { askWithToken } from '../_kit/official-account/ask-with-token'
import { Refused } from '../_kit/official-account/wechat-server'
import { find } from '../_kit/store'
import type { Opened } from './deliver'

const PAGE = 'pages/home/home'
const TIMEOUT_MS = 8_000

/** Hands one message to WeChat. @returns the code of its refusal, or null @throws when WeChat does not answer */
export async function sendOfficialMessage(message: Opened): Promise<string | null> {
  const filled = officialMessageOf(message)
  if (!account || !filled) {
    return 'wechat.40037' // the account no longer uses the template
  }
  const follower = await followerOf(message.openid)
  if (follower === null) {
    return 'wechat.43004'
  }
  const body = {
    touser: follower,
    template_id: filled.templateId,
    miniprogram: { appid: account.miniProgram, pagepath: PAGE },
    data: filled.data,
    client_msg_id: sendingId(message._id),
  }
  try {
    const path = '/cgi-bin/message/template/send'
    await askWithToken({ method: 'POST', path, body }, Date.now() + TIMEOUT_MS)
    return null
  } catch (error) {
    if (error instanceof Refused) {
      return `wechat.${error.number}`
    }
    throw error
  }
}

async function followerOf(openid: string): Promise<string | null> {
  const links = await find('officialLinks', { openid }, { limit: 10 })
  return links.find(({ boundAt }) => boundAt !== null)?.follower ?? null
}

/** WeChat sends a message of the same name once within ten minutes, so most repetitions after a death are none. */
function sendingId(id: string): string {
  return createHash('sha256').update(`alumni-ecard/template-message/1\0${id}`).digest('hex').slice(0, 32)
}

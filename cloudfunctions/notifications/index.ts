/**
 * Messages on their way out of the outbox: by timer, and after a round was closed so that people need not wait. What
 * people want to hear, and by which way. What staff see of messages that did not arrive.
 */
import { notificationsRequests as requests } from '../../domain/notifications/api'
import { serve } from '../_kit/serve'
import { agree } from './consents'
import { dispatch } from './dispatch'
import { messages } from './messages'
import { onTimer } from './on-timer'
import { resend, resendAll } from './resend'
import { dropWish, readWish, wish } from './wish'

export const main = serve(
  {
    dispatch: { request: requests.dispatch, access: 'platform', handle: (_, call) => dispatch(call) },
    agree: { request: requests.agree, access: 'anyone', handle: agree },
    readWish: { request: requests.readWish, access: 'anyone', handle: readWish },
    wish: { request: requests.wish, access: 'anyone', handle: wish },
    dropWish: { request: requests.dropWish, access: 'anyone', handle: dropWish },
    messages: { request: requests.messages, access: 'reviewer', handle: messages },
    resend: { request: requests.resend, access: 'reviewer', handle: resend },
    resendAll: { request: requests.resendAll, access: 'reviewer', handle: resendAll },
  },
  { onTimer },
)

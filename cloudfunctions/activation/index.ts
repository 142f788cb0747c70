/** Activation: a card is bound to the account and the phone of the person it belongs to (notice III.4). */
import { activationRequests as requests } from '../../domain/activation/api'
import { serve } from '../_kit/serve'
import { activate } from './activate'
import { sendCode } from './send-code'

export const main = serve({
  sendCode: { request: requests.sendCode, access: 'anyone', handle: sendCode },
  activate: { request: requests.activate, access: 'anyone', handle: activate },
})

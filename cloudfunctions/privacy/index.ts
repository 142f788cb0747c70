/**
 * Privacy: what people may know of their data and do with them; what is no longer needed is shredded (product
 * "Privacy").
 */
import { privacyRequests as requests } from '../../domain/privacy/api'
import { serve } from '../_kit/serve'
import { agree, agreed } from './agree'
import { askDeletion, keepData } from './ask-deletion'
import { keys, recheckKeys, rotateKeys } from './keys'
import { overview } from './overview'
import { sendCode } from './proof'
import { takeCopy } from './take-copy'
import { tend } from './tend'

export const main = serve(
  {
    overview: { request: requests.overview, access: 'anyone', handle: overview },
    sendCode: { request: requests.sendCode, access: 'anyone', handle: sendCode },
    askDeletion: { request: requests.askDeletion, access: 'anyone', handle: askDeletion },
    agreed: { request: requests.agreed, access: 'anyone', handle: agreed },
    agree: { request: requests.agree, access: 'anyone', handle: agree },
    takeCopy: { request: requests.takeCopy, access: 'anyone', handle: takeCopy },
    keepData: { request: requests.keepData, access: 'anyone', handle: keepData },
    keys: { request: requests.keys, access: 'platform', handle: keys },
    rotateKeys: { request: requests.rotateKeys, access: 'platform', handle: rotateKeys },
    recheckKeys: { request: requests.recheckKeys, access: 'platform', handle: recheckKeys },
  },
  { onTimer: tend },
)

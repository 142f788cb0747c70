/**
 * Binding to the university's official account (notice III.4(2)): the holder's link, the account's menu, and by HTTP what
 * WeChat's server tells about followers.
 */
import { bindingRequests as requests } from '../../domain/binding/api'
import { serve } from '../_kit/serve'
import { bind, status, unbind } from './holder'
import { menu, publishMenu } from './menu'
import { receive } from './receive'
import { tend } from './tend'

export const main = serve(
  {
    status: { request: requests.status, access: 'anyone', handle: status },
    bind: { request: requests.bind, access: 'anyone', handle: bind },
    unbind: { request: requests.unbind, access: 'anyone', handle: unbind },
    menu: { request: requests.menu, access: 'admin', handle: menu },
    publishMenu: { request: requests.publishMenu, access: 'admin', handle: publishMenu },
  },
  { onTimer: tend, onHttp: receive },
)

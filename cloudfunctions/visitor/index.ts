/** Visitors: a day pass for those whose card is not there yet, or does not open the campus (notice II, 5(1)). */
import { visitorRequests as requests } from '../../domain/visitor/api'
import { serve } from '../_kit/serve'
import { ask } from './ask'
import { cancel } from './cancel'
import { decide } from './decide'
import { list } from './list'
import { mine } from './mine'
import { settle } from './settle'

export const main = serve(
  {
    mine: { request: requests.mine, access: 'anyone', handle: mine },
    ask: { request: requests.ask, access: 'anyone', handle: ask },
    cancel: { request: requests.cancel, access: 'anyone', handle: cancel },
    list: { request: requests.list, access: 'reviewer', handle: list },
    decide: { request: requests.decide, access: 'reviewer', handle: decide },
  },
  { onTimer: settle },
)

/** Renewal: a card is extended by the person it belongs to, and reminds its holder before it ends (notice 5(2)). */
import { renewalRequests as requests } from '../../domain/renewal/api'
import { serve } from '../_kit/serve'
import { remind } from './remind'
import { renew } from './renew'

export const main = serve(
  {
    renew: { request: requests.renew, access: 'anyone', handle: renew },
  },
  { onTimer: remind },
)

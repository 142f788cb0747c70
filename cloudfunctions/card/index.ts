/** The card: what its holder sees, and the credential that makes it a pass (notice III.4(2) and 5(1)). */
import { cardRequests as requests } from '../../domain/card/api'
import { serve } from '../_kit/serve'
import { show } from './show'

export const main = serve({
  show: { request: requests.show, access: 'anyone', handle: show },
})

/**
 * The gate: what a guard's phone needs for a shift, the online check, look-ups, the scans of the day (notice 5(1)); status
 * lists and marks by timer; turnstiles and hand scanners by HTTP.
 */
import { gateRequests as requests } from '../../domain/gate/api'
import { serve } from '../_kit/serve'
import { check } from './check'
import { answerDevice } from './device'
import { lookUp } from './look-up'
import { list, open } from './open'
import { record } from './record'
import { renewListFor } from './renew-list'
import { tend } from './tend'

export const main = serve(
  {
    open: { request: requests.open, access: 'guard', handle: open },
    list: { request: requests.list, access: 'guard', handle: list },
    check: { request: requests.check, access: 'guard', prepare: check },
    lookUp: { request: requests.lookUp, access: 'guard', handle: lookUp },
    record: { request: requests.record, access: 'guard', afterRemoval: true, handle: record },
    // Functions call for whoever's phone called them; the seal says that it was a function.
    renewList: { request: requests.renewList, access: 'anyone', handle: renewListFor },
  },
  { onTimer: tend, onHttp: answerDevice },
)

/** The gate: what a guard's phone needs for a shift, the online check, the scans of the day (notice 5(1)). Guards only. */
import { gateRequests as requests } from '../../domain/gate/api'
import { serve } from '../_kit/serve'
import { check } from './check'
import { open } from './open'
import { record } from './record'

export const main = serve({
  open: { request: requests.open, access: 'guard', handle: open },
  check: { request: requests.check, access: 'guard', handle: check },
  record: { request: requests.record, access: 'guard', handle: record },
})

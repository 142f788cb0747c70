/** Review: the queue, the decisions, closing a round (notice III.2 and III.3). Staff only. */
import { reviewRequests as requests } from '../../domain/review/api'
import { serve } from '../_kit/serve'
import { application } from './application'
import { close } from './close'
import { decide } from './decide'
import { openRound } from './open-round'
import { queue } from './queue'
import { revealDocument } from './reveal-document'
import { round } from './round'
import { undo } from './undo'

export const main = serve(
  {
    queue: { request: requests.queue, access: 'reviewer', handle: queue },
    application: { request: requests.application, access: 'reviewer', handle: application },
    revealDocument: { request: requests.revealDocument, access: 'reviewer', handle: revealDocument },
    decide: { request: requests.decide, access: 'reviewer', handle: decide },
    undo: { request: requests.undo, access: 'reviewer', handle: undo },
    round: { request: requests.round, access: 'reviewer', handle: round },
    close: { request: requests.close, access: 'reviewer', handle: close },
  },
  { onTimer: openRound },
)

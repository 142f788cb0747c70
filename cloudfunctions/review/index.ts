/** Review: the queue, the decisions, closing a round (notice III.2 and III.3). Staff only. */
import { reviewRequests as requests } from '../../domain/review/api'
import { serve } from '../_kit/serve'
import { application } from './application'
import { approveExact } from './approve-exact'
import { close } from './close'
import { counts } from './counts'
import { decide } from './decide'
import { decisions } from './decisions'
import { exact } from './exact'
import { hold, release } from './hold'
import { match } from './match'
import { next } from './next'
import { progress } from './progress'
import { queue } from './queue'
import { revealDocument } from './reveal-document'
import { round } from './round'
import { sampleExact } from './sample-exact'
import { search } from './search'
import { tick } from './tick'
import { undo, undoSeveral } from './undo'
import { undoExact } from './undo-exact'

export const main = serve(
  {
    queue: { request: requests.queue, access: 'reviewer', handle: queue },
    counts: { request: requests.counts, access: 'reviewer', handle: counts },
    next: { request: requests.next, access: 'reviewer', handle: next },
    hold: { request: requests.hold, access: 'reviewer', handle: hold },
    release: { request: requests.release, access: 'reviewer', handle: release },
    search: { request: requests.search, access: 'reviewer', handle: search },
    application: { request: requests.application, access: 'reviewer', handle: application },
    revealDocument: { request: requests.revealDocument, access: 'reviewer', handle: revealDocument },
    decide: { request: requests.decide, access: 'reviewer', handle: decide },
    undo: { request: requests.undo, access: 'reviewer', handle: undo },
    decisions: { request: requests.decisions, access: 'reviewer', handle: decisions },
    undoSeveral: { request: requests.undoSeveral, access: 'reviewer', handle: undoSeveral },
    round: { request: requests.round, access: 'reviewer', handle: round },
    match: { request: requests.match, access: 'reviewer', handle: match },
    exact: { request: requests.exact, access: 'reviewer', handle: exact },
    sampleExact: { request: requests.sampleExact, access: 'reviewer', handle: sampleExact },
    approveExact: { request: requests.approveExact, access: 'reviewer', handle: approveExact },
    undoExact: { request: requests.undoExact, access: 'reviewer', handle: undoExact },
    progress: { request: requests.progress, access: 'reviewer', handle: progress },
    close: { request: requests.close, access: 'reviewer', handle: close },
  },
  { onTimer: tick },
)

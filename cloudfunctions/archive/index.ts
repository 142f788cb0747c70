/**
 * The archive: importing what the university knows from files (product "Staff office"). Reviewers and admins, and the
 * command line, which calls as the platform does.
 */
import { archiveRequests as requests } from '../../domain/archive/api'
import { serve } from '../_kit/serve'
import { imports, read } from './imports'
import { place } from './place'
import { preview } from './preview'
import { problems } from './problems'
import { run } from './run'
import { start } from './start'
import { stop } from './stop'
import { tend } from './tend'

export const main = serve(
  {
    place: { request: requests.place, access: 'platform', handle: place },
    preview: { request: requests.preview, access: 'platform', handle: preview },
    start: { request: requests.start, access: 'platform', handle: start },
    run: { request: requests.run, access: 'platform', handle: run },
    read: { request: requests.read, access: 'platform', handle: read },
    imports: { request: requests.imports, access: 'platform', handle: imports },
    problems: { request: requests.problems, access: 'platform', handle: problems },
    stop: { request: requests.stop, access: 'platform', handle: stop },
  },
  { onTimer: tend },
)

/**
 * The archive: importing what the university knows from files (product "Staff office"). Reviewers and admins, and the
 * command line, which calls as the platform does. What reads files is loaded by whoever needs it: a start that only lists imports,
 * or the timer's with nothing to do, does without. Keys are asked for at every start all the same: one that lacks them has to
 * fail at once and not in the middle of an import.
 */
import '../_kit/chained-digest'
import '../_kit/sealed'
import { archiveRequests as requests } from '../../domain/archive/api'
import { serve } from '../_kit/serve'
import { imports, read } from './imports'
import { place } from './place'
import { problems } from './problems'
import { start } from './start'
import { stop } from './stop'
import { tend } from './tend'

export const main = serve(
  {
    place: { request: requests.place, access: 'platform', handle: place },
    preview: {
      request: requests.preview,
      access: 'platform',
      handle: async (input, call) => (await import('./preview')).preview(input, call),
    },
    start: { request: requests.start, access: 'platform', handle: start },
    run: {
      request: requests.run,
      access: 'platform',
      handle: async (input, call) => (await import('./run')).run(input, call),
    },
    read: { request: requests.read, access: 'platform', handle: read },
    imports: { request: requests.imports, access: 'platform', handle: imports },
    problems: { request: requests.problems, access: 'platform', handle: problems },
    stop: { request: requests.stop, access: 'platform', handle: stop },
  },
  { onTimer: tend },
)

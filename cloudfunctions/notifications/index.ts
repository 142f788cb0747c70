/** Messages on their way out of the outbox. Runs by timer, and after a round was closed so that people need not wait. */
import { notificationsRequests as requests } from '../../domain/notifications/api'
import { serve } from '../_kit/serve'
import { dispatch } from './dispatch'

export const main = serve(
  {
    dispatch: { request: requests.dispatch, access: 'platform', handle: (_, call) => dispatch(call) },
  },
  { onTimer: dispatch },
)

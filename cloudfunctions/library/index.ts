/** The library's digital resources, opened with the card: links for readers, public keys for the library (notice 5(1)). */
import { libraryRequests as requests } from '../../domain/library/api'
import { serve } from '../_kit/serve'
import { open } from './open'
import { publishKeys } from './publish-keys'

export const main = serve(
  { open: { request: requests.open, access: 'anyone', handle: open } },
  // The library's proxy fetches the keys; they are public.
  { onHttp: publishKeys },
)

/** The key of status lists; it signs nothing else. */
import { signingKey } from '../_kit/ed25519'
import { secretKey } from '../_kit/keys'

export const listKey = signingKey(secretKey('PASS_LIST_KEY', 32))

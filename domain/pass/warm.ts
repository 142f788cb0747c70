/**
 * The first signature builds tables (tens of milliseconds, more on a phone without a JIT). This does it beforehand, while a page
 * opens, so that the first code comes as fast as the rest.
 */
import { deviceSigner } from './device-key'
import { utf8Encode } from './utf8'

const MESSAGE = utf8Encode('warm')

/** Before showing: the card page calls it when it opens. */
export function warmShow(): void {
  // The key signs nothing that anybody accepts; only the tables of the base point remain.
  deviceSigner(new Uint8Array(32))(MESSAGE)
}

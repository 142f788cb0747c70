/**
 * What a gate has already verified. A credential does not change from one code to the next, so its signature is checked
 * once; the device signature is checked every time. An entry is found by all 114 bytes of the credential and holds only
 * while the very same keys object is in use, so a replaced key forgets what the old one vouched for.
 */
import { isCredentialGenuine } from './credential'
import { type Holder, openHolder } from './holder'
import { HOLDER_BYTES, OFFSET, PUBLIC_KEY_BYTES } from './layout'
import { readVerifyKey, type VerifyKey, warmVerifyKey } from './signature'

/** The two keys that a key id names. Treat as immutable: replace the object to replace a key. */
export type GateKeys = {
  /** Ed25519 public key of the issuer, 32 bytes. */
  readonly issuer: Uint8Array
  /** AES-128 view key, 16 bytes. */
  readonly view: Uint8Array
}

export type VerifiedCredential = { readonly holder: Holder; readonly device: VerifyKey }
type Entry = VerifiedCredential & { readonly keys: GateKeys }

const DEFAULT_LIMIT = 2_000

/** One per gate, kept as long as the page (or the server instance) lives. Holds masked names: never write it to storage. */
export class VerifiedCredentials {
  private readonly entries = new Map<string, Entry>()
  private readonly issuers = new WeakMap<GateKeys, VerifyKey | null>()

  /** @param limit how many credentials are remembered; the one unused for longest is forgotten first */
  constructor(private readonly limit: number = DEFAULT_LIMIT) {}

  /** How many credentials are remembered. */
  get size(): number {
    return this.entries.size
  }

  /**
   * The holder and device key of a credential (114 bytes, bit 7 of byte 0 clear), or why there is none: `forged` when the
   * issuer did not sign it or vouched for an unusable device key, `unknown_key` when it is genuine but sealed under
   * another view key, which is a gate with wrong keys and not a dishonest holder.
   */
  verify(credential: Uint8Array, keys: GateKeys): VerifiedCredential | 'forged' | 'unknown_key' {
    const name = String.fromCharCode(...credential)
    const known = this.entries.get(name)
    if (known && known.keys === keys) {
      this.remember(name, known)
      return known
    }
    const issuer = this.issuer(keys)
    if (!issuer) {
      return 'unknown_key'
    }
    const genuine = isCredentialGenuine(credential, issuer)
    const device = genuine && readVerifyKey(credential.subarray(OFFSET.device, OFFSET.device + PUBLIC_KEY_BYTES))
    if (!device) {
      return 'forged'
    }
    const holder = openHolder(keys.view, credential.subarray(OFFSET.holder, OFFSET.holder + HOLDER_BYTES))
    if (!holder) {
      return 'unknown_key'
    }
    const entry = { holder, device, keys }
    this.remember(name, entry)
    return entry
  }

  /** Builds the table of an issuer key (tens of milliseconds, once). */
  warm(keys: GateKeys): void {
    const issuer = this.issuer(keys)
    if (issuer) {
      warmVerifyKey(issuer)
    }
  }

  private issuer(keys: GateKeys): VerifyKey | null {
    const known = this.issuers.get(keys)
    if (known !== undefined) {
      return known
    }
    const issuer = readVerifyKey(keys.issuer)
    this.issuers.set(keys, issuer)
    return issuer
  }

  // A Map keeps the order of insertion: the newest is last, the first is the one to forget.
  private remember(name: string, entry: Entry): void {
    this.entries.delete(name)
    this.entries.set(name, entry)
    if (this.entries.size > this.limit) {
      const [oldest] = this.entries.keys()
      this.entries.delete(oldest ?? name)
    }
  }
}

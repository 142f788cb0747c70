/**
 * The credential: the university's word that this phone's key belongs to this holder (bytes 0–113 of the pass). Issued by
 * the server when a card is activated and renewed silently while the phone is online (credential-life.ts).
 */
import { concatBytes } from './bytes'
import type { Signer } from './device-key'
import { CREDENTIAL_BYTES, CREDENTIAL_TAG, OFFSET, SUITE } from './layout'
import { type VerifyKey, verifySignature } from './signature'

export type CredentialRequest = {
  /** 0 to 255: names the issuer key that signs and the view key that sealed the block. */
  readonly keyId: number
  /** 16 bytes from sealHolder. */
  readonly holderBlock: Uint8Array
  /** 32 bytes that isDeviceKey has accepted. */
  readonly devicePublicKey: Uint8Array
  /** Signs with the issuer key. */
  readonly sign: Signer
}

/** Issues a credential: {@link CREDENTIAL_BYTES} bytes. */
export function issueCredential({ keyId, holderBlock, devicePublicKey, sign }: CredentialRequest): Uint8Array {
  const credential = new Uint8Array(CREDENTIAL_BYTES)
  credential[0] = SUITE
  credential[OFFSET.keyId] = keyId
  credential.set(holderBlock, OFFSET.holder)
  credential.set(devicePublicKey, OFFSET.device)
  credential.set(sign(credentialMessage(credential)), OFFSET.issuerSignature)
  return credential
}

/** True when the issuer signed this credential. Bit 7 of byte 0 must be clear. */
export function isCredentialGenuine(credential: Uint8Array, issuer: VerifyKey): boolean {
  const signature = credential.subarray(OFFSET.issuerSignature, CREDENTIAL_BYTES)
  return credential.length === CREDENTIAL_BYTES && verifySignature(issuer, credentialMessage(credential), signature)
}

/** What the issuer signs; it depends on bytes 0–49 only, so a gate can remember a credential that it has verified. */
export function credentialMessage(credential: Uint8Array): Uint8Array {
  return concatBytes(CREDENTIAL_TAG, credential.subarray(0, OFFSET.issuerSignature))
}

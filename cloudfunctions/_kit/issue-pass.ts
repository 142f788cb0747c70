/** Issues a credential: of a card, or of a day pass. */
import type { CredentialView } from '../../domain/card/api'
import { type Holder, issueCredential, sealHolder, toHex } from '../../domain/pass'
import { type Day, dayNumber } from '../../domain/time/shanghai'
import { bytesOf } from './keys'
import { passKeyId, signAsIssuer, viewKey } from './pass-keys'

/** Who it is of, and the phone that it is bound to. */
type Bound = Omit<Holder, 'expiryDay'> & { devicePublicKey: string }

/** @param expires its last day. @throws when a field does not fit into the pass */
export function issuePass(
  { serial, class: passClass, last4, maskedName, devicePublicKey }: Bound,
  expires: Day,
): CredentialView {
  const holderBlock = sealHolder(viewKey, {
    serial,
    class: passClass,
    expiryDay: dayNumber(expires),
    last4,
    maskedName,
  })
  if (!holderBlock) {
    throw new Error('A field of the card does not fit into the pass.')
  }
  const credential = issueCredential({
    keyId: passKeyId,
    holderBlock,
    devicePublicKey: bytesOf(devicePublicKey),
    sign: signAsIssuer,
  })
  return { credential: toHex(credential), expires }
}

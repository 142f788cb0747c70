/**
 * The way from an ID number and a proof to a card, the same for activation and renewal: attempts are counted before
 * anything is looked up, the proof is taken before the card is, and whether it fits is asked last, so that nobody
 * learns who exists.
 */
import type { ActivationRequest } from '../../domain/activation/api'
import { validateDocument } from '../../domain/identity'
import { ok, type Result, refuse } from '../../domain/result'
import { dayOf } from '../../domain/time/shanghai'
import { digestFor, digestOf } from './digest'
import { holderOf } from './holder-of-document'
import { bytesOf } from './keys'
import { type Proof, takeProof } from './phone-proof'
import { countProofAttempt } from './proof-attempts'
import type { Call } from './serve'
import type { Stored } from './store'
import type { Transaction } from './transaction'

/** What somebody says and shows to get at their card. */
export type CardRequest = {
  /** The card that the document claims; null when there is none. */
  number: string | null
  digest: string
  proof: Proof
  devicePublicKey: string
}

/** Looking for nobody takes the same steps as looking for somebody. */
const NOBODY = 'nobody'

/** Counts the attempt and takes the proof. */
export async function cardRequest(
  { document, proof, devicePublicKey }: ActivationRequest<'activate'>,
  call: Call,
): Promise<Result<CardRequest, 'bad_request' | 'too_many_attempts' | 'activation_not_matched'>> {
  // The curve is computed while its library loads; most calls of these functions ask for something else.
  const { isDeviceKey } = await import('../../domain/pass/device-key')
  if (!isDeviceKey(bytesOf(devicePublicKey))) {
    return refuse('bad_request')
  }
  const valid = validateDocument(document, dayOf(call.now))
  const digest = valid.ok ? digestOf(valid.value) : null
  const refused = await countProofAttempt(call, digest)
  if (refused) {
    return refused
  }
  if (!valid.ok || digest === null) {
    return refuse('activation_not_matched')
  }
  await digestFor(valid.value)
  const taken = await takeProof(proof, digest, call)
  return ok({ ...(await holderOf(digest)), proof: taken, devicePublicKey })
}

/** The requested card, and whether the proof fits it. */
export async function cardOfRequest(
  transaction: Transaction,
  { number, digest, proof }: CardRequest,
): Promise<{ card: Stored<'cards'> | null; proved: boolean }> {
  const found = await transaction.get('cards', number ?? NOBODY)
  const card = found?.digest === digest ? found : null
  return { card, proved: card !== null && proof(card) }
}

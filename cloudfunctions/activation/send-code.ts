/**
 * Sending a code to the phone that is registered for a document. Somebody who asks for another person's learns nothing: the
 * answer is the same and the same steps are taken when there is no card.
 */
import type { ActivationRequest } from '../../domain/activation/api'
import { CODE_LIFETIME } from '../../domain/activation/rules'
import { validateDocument } from '../../domain/identity'
import { ok } from '../../domain/result'
import { dayOf, MINUTE } from '../../domain/time/shanghai'
import { digestFor, digestOf } from '../_kit/digest'
import { holderOf } from '../_kit/holder-of-document'
import { outboxEntry } from '../_kit/outbox'
import { phoneCode } from '../_kit/phone-code'
import { countProofAttempt } from '../_kit/proof-attempts'
import { randomId } from '../_kit/random'
import { cardPhoneOf } from '../_kit/sealed-fields'
import type { Call } from '../_kit/serve'
import { get, insert, type Stored, updateWhere } from '../_kit/store'
import type { Answer } from './answer'

/** The key of no record. */
const NOBODY = 'nobody'

export async function sendCode({ document, language }: ActivationRequest<'sendCode'>, call: Call): Answer<'sendCode'> {
  const valid = validateDocument(document, dayOf(call.now))
  const digest = valid.ok ? digestOf(valid.value) : null
  const refused = await countProofAttempt(call, digest)
  if (refused) {
    return refused
  }
  if (valid.ok && digest !== null) {
    await digestFor(valid.value)
    const { number } = await holderOf(digest)
    const card = await get('cards', number ?? NOBODY)
    // An older card may have come without a phone number.
    await (card && cardPhoneOf(card) !== '' ? send(card, digest, language, call) : sendNothing())
  }
  return ok({ expiresAt: call.now + CODE_LIFETIME })
}

async function send(
  card: Stored<'cards'>,
  digest: string,
  language: ActivationRequest<'sendCode'>['language'],
  { openid, now }: Call,
) {
  const message = {
    event: 'phone_code',
    subject: randomId(),
    phone: cardPhoneOf(card),
    language,
    parameters: [phoneCode({ purpose: 'activation', digest, openid }, now), String(CODE_LIFETIME / MINUTE)],
    goodUntil: now + CODE_LIFETIME,
  } as const
  await insert('outbox', ...outboxEntry(message, now))
}

// A write that changes nothing, in the place of the message: the number of steps tells nothing either.
async function sendNothing() {
  await updateWhere('outbox', { _id: NOBODY }, { refusal: null })
}

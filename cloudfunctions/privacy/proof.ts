/**
 * Proof of the registered phone, as for an activation: somebody who holds another person's unlocked WeChat must not be
 * able to take their data or end their card. Counted for the account before anything is looked at.
 */
import type { ActivationRequest } from '../../domain/activation/api'
import { CODE_LIFETIME } from '../../domain/activation/rules'
import { PROOFS_A_DAY, type PrivacyRequest } from '../../domain/privacy/api'
import { ok, type Result, refuse } from '../../domain/result'
import { addDays, dayOf, MINUTE } from '../../domain/time/shanghai'
import { countAttempt } from '../_kit/attempts'
import { outboxEntry } from '../_kit/outbox'
import { isPhoneCode, phoneCode } from '../_kit/phone-code'
import { phoneOfCode } from '../_kit/phone-number'
import { randomId } from '../_kit/random'
import type { Call } from '../_kit/serve'
import { insert } from '../_kit/store'
import type { Answer, PrivacyRefusal } from './answer'
import { type PersonOnRecord, personOf } from './person'

type Proof = ActivationRequest<'activate'>['proof']

/** Sends a code to the registered phone. */
export async function sendCode({ language }: PrivacyRequest<'sendCode'>, call: Call): Answer<'sendCode'> {
  const person = await admitted(call)
  if (!person.ok) {
    return person
  }
  const { phone } = person.value
  const owner = ownerOf(person.value, call)
  const message = {
    event: 'privacy_code',
    subject: randomId(),
    phone,
    language,
    parameters: [phoneCode(owner, call.now), String(CODE_LIFETIME / MINUTE)],
    goodUntil: call.now + CODE_LIFETIME,
  } as const
  await insert('outbox', ...outboxEntry(message, call.now))
  return ok({ expiresAt: call.now + CODE_LIFETIME })
}

/** The caller's data, when the proof is that of their registered phone. */
export async function proved(proof: Proof, call: Call): Promise<Result<PersonOnRecord, PrivacyRefusal>> {
  const person = await admitted(call)
  if (!person.ok) {
    return person
  }
  return (await isProof(proof, person.value, call)) ? person : refuse('proof_not_matched')
}

async function isProof(proof: Proof, person: PersonOnRecord, call: Call): Promise<boolean> {
  return proof.kind === 'sms_code'
    ? isPhoneCode(proof.code, ownerOf(person, call), call.now)
    : (await phoneOfCode(proof.code)) === person.phone
}

// By the record and not by its digest, which changes when its key is replaced.
function ownerOf({ cards: [card], applications: [application] }: PersonOnRecord, { openid }: Call) {
  return { purpose: 'privacy', digest: card?._id ?? application?._id ?? '', openid } as const
}

async function admitted({ openid, now }: Call): Promise<Result<PersonOnRecord, PrivacyRefusal>> {
  const today = dayOf(now)
  if (!(await countAttempt(`privacy:${openid}:${today}`, PROOFS_A_DAY))) {
    return refuse('too_many_attempts', { from: addDays(today, 1) })
  }
  const person = await personOf(openid)
  if (person.digest === '') {
    return refuse('nothing_held')
  }
  return person.phone === '' ? refuse('phone_unknown') : ok(person)
}

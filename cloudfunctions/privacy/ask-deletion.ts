/** Asking for everything to be deleted, and taking it back while it waits. The timer does it when the days are over. */
import { policiesOf } from '../../domain/office/policies'
import type { PrivacyRequest } from '../../domain/privacy/api'
import { deletionDue } from '../../domain/privacy/deletion'
import { ok, refuse } from '../../domain/result'
import type { Call } from '../_kit/serve'
import { loadSettings } from '../_kit/settings'
import { transact } from '../_kit/transaction'
import type { Answer } from './answer'
import { proved } from './proof'

/** Asked again while it waits, the first day stands. */
export async function askDeletion({ proof }: PrivacyRequest<'askDeletion'>, call: Call): Answer<'askDeletion'> {
  const person = await proved(proof, call)
  if (!person.ok) {
    return person
  }
  const { openid, now } = call
  const { deletionDays } = policiesOf((await loadSettings()) ?? {})
  return transact(async (transaction) => {
    const asked = await transaction.get('deletions', openid)
    const due = asked?.due ?? deletionDue(now, deletionDays)
    if (!asked) {
      await transaction.insert('deletions', openid, { askedAt: now, due, state: 'asked' })
    }
    return ok({ due })
  })
}

/** Taking it back; nothing to take back is no mistake. */
export async function keepData(_: PrivacyRequest<'keepData'>, { openid }: Call): Answer<'keepData'> {
  return transact(async (transaction) => {
    const asked = await transaction.get('deletions', openid)
    if (asked?.state === 'running') {
      return refuse('deletion_begun')
    }
    if (asked) {
      await transaction.remove('deletions', openid)
    }
    return ok(null)
  })
}

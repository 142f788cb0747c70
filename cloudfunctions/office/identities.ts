/**
 * Identities for staff: whose a document or card is, joining two, separating one again. A joined document keeps a claim
 * of its own that leads to its identity, so that registration and activation find it under its natural key; the list of
 * an identity's aliases is one record, so that everything changes in one transaction. Rules: domain/identity/aliases.
 */
import { decideJoin, type Join } from '../../domain/identity/aliases'
import type { OfficeInput } from '../../domain/office/api'
import { ok, refuse } from '../../domain/result'
import { recordAction } from '../_kit/audit'
import { documentClaim, identityOf } from '../_kit/claims'
import { askForList } from '../_kit/list-hint'
import { applicationsOf, digestTag, recordLookUp } from '../_kit/look-ups'
import { randomId } from '../_kit/random'
import type { AliasRecord } from '../_kit/records/identity'
import type { Call } from '../_kit/serve'
import { type Transaction, transact } from '../_kit/transaction'
import type { Answer } from './answer'
import { identityView, type Named, nameOf, sideOf, subjectOf } from './identity-sides'
import { changeCard } from './set-card-status'

export async function identity(input: OfficeInput<'identity'>, call: Call): Answer<'identity'> {
  const named = await nameOf(input.of, call.now)
  if (!named.ok) {
    return named
  }
  const { digest } = named.value
  const [view, belongsTo] = await Promise.all([identityView(digest), identityOf(digest)])
  const subject = view.card?.number ?? digestTag(belongsTo)
  const details = 'why' in input ? { by: 'document', reason: input.why } : { by: 'card' }
  const found = 'why' in input ? await applicationsOf([belongsTo]) : []
  await recordLookUp(call, 'office.identity', { subject, found, details })
  return ok({ identity: view })
}

export async function joinIdentities(input: OfficeInput<'joinIdentities'>, call: Call): Answer<'joinIdentities'> {
  const [one, other] = await Promise.all([nameOf(input.one, call.now), nameOf(input.other, call.now)])
  if (!one.ok) {
    return one
  }
  if (!other.ok) {
    return other
  }
  if (input.reason === 'other' && input.note === '') {
    return refuse('card_reason_missing')
  }
  const joined = await transact((transaction) => joinOnce(transaction, one.value, other.value, input, call))
  if (!joined.ok) {
    await recordRefusedJoin(joined.code, [one.value, other.value], call)
    return joined
  }
  if (joined.value !== null) {
    await askForList([joined.value], call.now)
  }
  return ok({ identity: await identityView(one.value.digest) })
}

// What a refusal tells about a document was learned by its number, too.
async function recordRefusedJoin(why: string, documents: readonly Named[], call: Call): Promise<void> {
  const digests = await Promise.all(documents.map(({ digest }) => identityOf(digest)))
  const found = await applicationsOf(digests)
  const details = { by: 'document', refused: why }
  await recordLookUp(call, 'office.joinRefused', { subject: digestTag(digests[0] ?? ''), found, details })
}

/** @returns the serial that has to go on the status lists, or null */
async function joinOnce(
  transaction: Transaction,
  one: Named,
  other: Named,
  input: OfficeInput<'joinIdentities'>,
  call: Call,
) {
  const sides = [await sideOf(transaction, one.digest), await sideOf(transaction, other.digest)] as const
  const decision = decideJoin(...sides, input.revoke)
  if (!decision.ok) {
    return decision
  }
  const join = decision.value
  const { remains, joins, revoke } = join
  let listed: number | null = null
  if (revoke !== null) {
    const { reason, note } = { reason: 'issued_in_error', note: input.note } as const
    const revoked = await changeCard(transaction, revoke, { status: 'revoked', reason, note }, call)
    if (!revoked.ok) {
      return revoked
    }
    listed = revoked.value.card.binding?.serial ?? null
  }
  const named = sides[0] === joins ? one : other
  const alias: AliasRecord = {
    id: randomId(),
    digest: joins.digest,
    type: named.type,
    masked: named.masked,
    reason: input.reason,
    note: input.note,
    at: call.now,
    by: call.openid,
    byName: call.staff?.name ?? '',
  }
  await saveJoin(transaction, join, alias)
  const details = { reason: input.reason, ...(revoke !== null && { revoked: revoke }) }
  await recordAction(transaction, call, 'office.joinIdentities', subjectOf(remains), details)
  return ok(listed)
}

// The aliases of the identity that joins become aliases of the one that remains: nothing is ever an alias of an alias.
async function saveJoin(transaction: Transaction, { remains, joins }: Join, alias: AliasRecord): Promise<void> {
  const aliasOf = remains.digest
  const own = await transaction.get('identities', remains.digest)
  const brought = await transaction.get('identities', joins.digest)
  for (const { digest } of brought?.aliases ?? []) {
    await transaction.update('claims', documentClaim(digest), { aliasOf })
  }
  if (brought) {
    await transaction.remove('identities', joins.digest)
  }
  await transaction.insert('claims', documentClaim(joins.digest), {
    application: null,
    card: null,
    openid: null,
    aliasOf,
  })
  const aliases = [...(own?.aliases ?? []), ...(brought?.aliases ?? []), alias]
  if (own) {
    await transaction.update('identities', remains.digest, { aliases })
  } else {
    await transaction.insert('identities', remains.digest, { aliases })
  }
}

export async function separateIdentity(
  { of, id }: OfficeInput<'separateIdentity'>,
  call: Call,
): Answer<'separateIdentity'> {
  const named = await nameOf(of, call.now)
  if (!named.ok) {
    return named
  }
  const separated = await transact(async (transaction) => {
    const side = await sideOf(transaction, named.value.digest)
    const stored = await transaction.get('identities', side.digest)
    const alias = stored?.aliases.find((each) => each.id === id)
    if (!stored || !alias) {
      return refuse('alias_unknown')
    }
    await transaction.remove('claims', documentClaim(alias.digest))
    await transaction.update('identities', side.digest, { aliases: stored.aliases.filter((each) => each !== alias) })
    await recordAction(transaction, call, 'office.separateIdentity', subjectOf(side))
    return ok(side.digest)
  })
  return separated.ok ? ok({ identity: await identityView(separated.value) }) : separated
}

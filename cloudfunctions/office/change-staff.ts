/**
 * Changing somebody's role and removing them: effective with the next request, because every action reads the role from
 * the store. Who acts is read again inside the transaction, and all changes of staff meet in one counter, so of two
 * admins who remove each other one remains. Rules: domain/office/members.
 */
import type { OfficeInput } from '../../domain/office/api'
import { decideMember } from '../../domain/office/members'
import type { Role } from '../../domain/office/roles'
import { ok, refuse } from '../../domain/result'
import { recordAction } from '../_kit/audit'
import type { Call } from '../_kit/serve'
import { staffHandle } from '../_kit/staff-handle'
import { find, type Stored } from '../_kit/store'
import { type Transaction, transact } from '../_kit/transaction'
import type { Answer } from './answer'
import { everybody } from './staff'

const MOST = 1000
/** Counts the changes: two at once collide on it, and the later one sees what the earlier one did. */
const CHANGES = 'staff'

export function changeRole({ id, role }: OfficeInput<'changeRole'>, call: Call): Answer<'changeRole'> {
  return changeMember(id, role, call)
}

export function removeStaff({ id }: OfficeInput<'removeStaff'>, call: Call): Answer<'removeStaff'> {
  return changeMember(id, null, call)
}

async function changeMember(id: string, wanted: Role | null, call: Call): Answer<'changeRole'> {
  const records = await find('staff', {}, { order: 'since', limit: MOST })
  const openid = records.find(({ _id }) => staffHandle(_id) === id)?._id
  if (openid === undefined) {
    return wanted === null ? ok(await everybody(call)) : refuse('staff_unknown')
  }
  const changed = await transact(async (transaction) => {
    await countChange(transaction)
    const actor = await transaction.get('staff', call.openid)
    const member = await transaction.get('staff', openid)
    const decision = decideMember(
      { id: call.openid, role: actor?.role ?? null },
      { id: openid, role: member?.role ?? null },
      wanted,
    )
    if (!decision.ok) {
      return decision
    }
    if (member && decision.value === 'change') {
      await save(transaction, member, wanted, call)
    }
    return ok(null)
  })
  return changed.ok ? ok(await everybody(call)) : changed
}

async function countChange(transaction: Transaction): Promise<void> {
  const changes = await transaction.get('counters', CHANGES)
  if (changes) {
    await transaction.update('counters', CHANGES, { next: changes.next + 1 })
  } else {
    await transaction.insert('counters', CHANGES, { next: 1 })
  }
}

async function save(
  transaction: Transaction,
  { _id: openid, name, role, since }: Stored<'staff'>,
  wanted: Role | null,
  call: Call,
): Promise<void> {
  const { now } = call
  const former = { name, role, since, until: now }
  if (await transaction.get('formerStaff', openid)) {
    await transaction.update('formerStaff', openid, former)
  } else {
    await transaction.insert('formerStaff', openid, former)
  }
  const subject = staffHandle(openid)
  if (wanted === null) {
    await transaction.remove('staff', openid)
    await recordAction(transaction, call, 'office.removeStaff', subject, { role })
  } else {
    await transaction.update('staff', openid, { role: wanted, since: now })
    await recordAction(transaction, call, 'office.changeRole', subject, { from: role, role: wanted })
  }
}

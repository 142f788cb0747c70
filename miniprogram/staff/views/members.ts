/** Everybody who is staff, open invitations, and the questions before something changes, in words. */
import { sayDate, sayMoment } from '../../i18n/dates'
import { fill } from '../../i18n/fill'
import {
  dayOf,
  type Instant,
  type InvitationView,
  type Language,
  type MemberView,
  type OfficeReplies,
  type Role,
} from '../../lib/domain'
import { words } from '../words'

/** Whoever can do most comes first. */
const ORDER: readonly Role[] = ['admin', 'reviewer', 'guard']

/** What is about to be done. */
export type Deed =
  | { kind: 'role'; member: MemberView; role: Role }
  | { kind: 'remove'; member: MemberView }
  | { kind: 'withdraw'; invitation: InvitationView }

/** The two lists of the page. */
export function membersView({ staff, invited }: OfficeReplies['staff'], language: Language, now: Instant) {
  const { people, roles } = words[language]
  const sorted = [...staff].sort((one, other) => ORDER.indexOf(one.role) - ORDER.indexOf(other.role))
  return {
    head: fill(people.staff, { count: staff.length }),
    staff: sorted.map(({ id, name, role, since, self }) => ({
      id,
      name,
      self,
      role: roles[role],
      initial: name.trim().slice(0, 1).toUpperCase(),
      note: fill(people.since, { day: sayDate(dayOf(since), language) }),
      label: fill(people.changeOf, { name }),
    })),
    invited: invited.map((invitation) => invitationLine(invitation, language, now)),
  }
}

function invitationLine({ id, name, role, expiresAt, by }: InvitationView, language: Language, now: Instant) {
  const { people, roles } = words[language]
  const moment = sayMoment(expiresAt, language, now)
  return {
    id,
    name,
    role: roles[role],
    note: by === '' ? fill(people.openBare, { moment }) : fill(people.openUntil, { by, moment }),
    label: fill(people.withdrawOf, { name }),
  }
}

/** What can be done with somebody: the other two roles, or removing them. */
export function memberSheet({ name, role }: MemberView, language: Language) {
  const { people, roles } = words[language]
  return {
    head: fill(people.sheetHead, { name, role: roles[role] }),
    choices: ORDER.filter((each) => each !== role).map((id) => ({ id, text: fill(people.make, { role: roles[id] }) })),
  }
}

/** The last question before it is done. */
export function deedQuestion(deed: Deed, language: Language) {
  const { people, roles } = words[language]
  const cancel = people.notNow
  switch (deed.kind) {
    case 'role': {
      const title = fill(people.confirmRole, { name: deed.member.name, role: roles[deed.role] })
      return { title, content: people.roleEffects[deed.role], confirm: people.yesChange, cancel }
    }
    case 'remove': {
      const title = fill(people.confirmRemove, { name: deed.member.name })
      return { title, content: people.removeEffects[deed.member.role], confirm: people.yesRemove, cancel }
    }
    default: {
      const title = fill(people.confirmWithdraw, { name: deed.invitation.name })
      return { title, content: people.withdrawEffect, confirm: people.yesWithdraw, cancel }
    }
  }
}

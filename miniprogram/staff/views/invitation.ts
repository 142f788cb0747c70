/** An invitation in words. Who is staff: members.ts. */
import { sayMoment } from '../../i18n/dates'
import { fill } from '../../i18n/fill'
import { type Instant, type Language, type Role, university } from '../../lib/domain'
import { words } from '../words'

/** The roles that an invitation can give, the most usual first. */
const ROLES: readonly Role[] = ['reviewer', 'guard', 'admin']

/** The choice of roles. */
export function roleViews(language: Language) {
  const { roles, invite } = words[language]
  return ROLES.map((id) => ({ id, name: roles[id], hint: invite.roleHints[id] }))
}

/** A new invitation as the page shows it. */
export type Invitation = { code: string; expiresAt: Instant; name: string; role: Role }

/** The code large, for whom, until when. */
export function invitationView({ code, expiresAt, name, role }: Invitation, language: Language, now: Instant) {
  const { roles, invite } = words[language]
  return {
    code,
    lines: code.match(/[^-]+-[^-]+/g) ?? [code],
    head: fill(invite.code, { name, role: roles[role] }),
    until: fill(invite.until, { moment: sayMoment(expiresAt, language, now) }),
    shareTitle: fill(invite.shareTitle, { university: university.shortName[language], role: roles[role] }),
  }
}

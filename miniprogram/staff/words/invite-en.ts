/** The words of the page that invites a colleague, in English. */
import type { invite as zh } from './invite-zh'
import type { Shape } from './shape'

export const invite: Shape<typeof zh> = {
  title: 'Staff',
  heading: 'Invite a colleague',
  role: 'Role',
  roleHints: { guard: 'checks cards', reviewer: 'reviews applications', admin: 'reviews, invites, settings' },
  name: 'Name',
  namePlaceholder: 'Full name, for the record',
  nameMissing: 'Please give a name',
  make: 'Make an invitation',
  another: 'Invite another',
  code: 'Code for {name} ({role})',
  until: 'Valid until {moment}, once only. Send it to nobody else.',
  copy: 'Copy the code',
  copied: 'Copied',
  share: 'Send to colleague',
  shareTitle: '{university} alumni card: an invitation for you ({role})',
}

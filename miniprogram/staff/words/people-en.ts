/** The words of the page of staff in English; the shape is that of people-zh.ts. */
import type { people as chinese } from './people-zh'
import type { Shape } from './shape'

export const people: Shape<typeof chinese> = {
  title: 'Staff',
  invite: 'Invite a colleague',
  staff: 'Staff ({count})',
  since: 'since {day}',
  you: 'you',
  yourself: 'Your own role is changed by another administrator.',
  open: 'Invitations not used yet',
  openUntil: 'from {by}, valid until {moment}',
  openBare: 'valid until {moment}',
  change: 'Change',
  changeOf: 'Change the role of {name}, or remove them',
  withdraw: 'Withdraw',
  withdrawOf: 'Withdraw the invitation for {name}',
  sheetHead: '{name}, now {role}',
  sheetHint: 'A change takes effect at once.',
  make: 'Make {role}',
  remove: 'Remove',
  cancel: 'Cancel',
  confirmRole: 'Make {name} {role}?',
  roleEffects: {
    guard: 'From now on they check cards at their post and no longer review.',
    reviewer: 'From now on they review applications and look after cards, and no longer check cards.',
    admin: 'From now on they may do everything, inviting and removing colleagues included.',
  },
  confirmRemove: 'Remove {name}?',
  removeEffects: {
    guard:
      'They can no longer check cards. Keys and list leave their phone when it is next online. Scans not uploaded yet are accepted for 24 hours.',
    reviewer: 'They can no longer review. Decisions they made stand.',
    admin: 'They can no longer enter the office. Invitations of theirs that nobody has used end, too.',
  },
  confirmWithdraw: 'Withdraw the invitation for {name}?',
  withdrawEffect: 'Its code stops working at once. You can invite them anew.',
  yesRemove: 'Remove',
  yesChange: 'Change',
  yesWithdraw: 'Withdraw',
  notNow: 'Not now',
  changed: 'Changed',
  removed: 'Removed',
  withdrawn: 'Withdrawn',
}

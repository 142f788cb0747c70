/** The words of the page on which somebody joins the staff, in English. */
import type { join as zh } from './join-zh'
import type { Shape } from './shape'

export const join: Shape<typeof zh> = {
  title: 'Join the staff',
  heading: 'Join with an invitation',
  hint: 'An administrator gives you the code. It lasts 24 hours and works once.',
  code: 'Invitation code',
  codePlaceholder: 'Paste or type the code',
  codeMissing: 'Please enter the code',
  bothMissing: 'Please enter the code and your name',
  join: 'Join',
  first: 'Set up the first administrator',
  firstHeading: 'The first administrator',
  firstHint: 'The bootstrap code was set at deployment and works once. Afterwards you invite the others.',
  firstCode: 'Bootstrap code',
  firstCodePlaceholder: 'Type the bootstrap code',
  name: 'Your name',
  namePlaceholder: 'As your colleagues know you',
  firstJoin: 'Become administrator',
  back: 'I have an invitation',
  welcome: '{name}, you are now a member of staff: {role}',
  already: '{name}, you are a member of staff already: {role}',
  does: {
    guard: 'You can check cards at your post. Choose your point first; it works without a network, too.',
    reviewer: 'You can review applications and close each week’s round.',
    admin: 'You can review, invite colleagues and check cards.',
  },
  toQueue: 'Go to the review',
  toGate: 'Go to the gate',
  toInvite: 'Invite colleagues',
}

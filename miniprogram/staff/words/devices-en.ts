/** The words of the page of turnstiles and scanners, in English. */
import type { devices as zh } from './devices-zh'
import type { Shape } from './shape'

export const devices: Shape<typeof zh> = {
  title: 'Devices',
  heading: 'Add a device',
  hint: 'Each has a key of its own, shown only once.',
  name: 'Name',
  namePlaceholder: 'e.g. “Gate 2”',
  nameMissing: 'Please give a name',
  point: 'Where it stands',
  pointMissing: 'Please choose where it stands',
  add: 'Add and make a key',
  keyHead: 'Key of {name}',
  keyOnce: 'Copy it into the device now. Nobody can read it again; if it is lost, revoke it and add the device anew.',
  copy: 'Copy the key',
  kept: 'I have kept it',
  list: 'Devices',
  none: 'No devices yet.',
  added: 'added {day}',
  revoked: 'revoked {day}',
  revoke: 'Revoke',
  revokeHead: 'Revoke {name}?',
  revokeHint: 'Its key stops working at once and for good. To use it again, add it anew.',
  notNow: 'Not now',
}

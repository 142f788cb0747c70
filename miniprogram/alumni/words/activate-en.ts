/** The words of the activation page, in English. */

import { proving } from './proving-en'
import type { AlumniWords } from './words'

export const activate: AlumniWords['activate'] = {
  ...proving,
  register: 'Register with this document',
  older:
    'Earlier card without a phone number, or none found? Register with this document: once checked, you get your old number back, or a new card.',
  title: 'Activate',
  documentHead: 'The document you registered with',
  documentText: 'If you had a card before 2023, collect and activate it here. Your number stays the same.',
  confirm: 'Activate',
  working: 'Activating',
  done: 'Your card is active',
  doneText: 'Welcome back, {name}. It is valid until {day}.',
  renew: 'Renew it',
}

/** A sentence and a next step, in English, for the refusals that any package may meet. */
import type { RefusalWords } from './refusal'
import type { refusals as chinese } from './refusals-zh'

export const refusals: Record<keyof typeof chinese, RefusalWords> = {
  bad_request: {
    say: 'Something was missing from what we received.',
    next: 'Go back one page and try again. If it persists, update WeChat.',
  },
  unknown_action: {
    say: 'Your copy of the mini program is out of date.',
    next: 'Close it and open it again to update.',
  },
  not_signed_in: {
    say: 'WeChat did not tell us who you are.',
    next: 'Please open the mini program again from WeChat.',
  },
  not_allowed: {
    say: 'Your role does not allow this.',
    next: 'If you need it, ask an administrator for an invitation.',
  },
  busy: { say: 'Somebody else was changing the same record. Nothing was saved.', next: 'Wait a moment and try again.' },
  internal: {
    say: 'Something went wrong on our side. Your details are safe.',
    next: 'Try again later. If you contact us, quote the reference below.',
  },
  offline: { say: 'Your phone is offline.', next: 'Connect and try again. Everything you entered is kept.' },
  no_answer: {
    say: 'We have not had an answer yet.',
    next: 'Check your connection and try again. It is safe to repeat.',
  },
  registration_not_ready: {
    say: 'Registration has not opened yet.',
    next: 'You can register here once it opens. To visit soon, use the visitor system.',
  },
  card_none: {
    say: 'This WeChat account has no active card yet.',
    next: 'Activate your card if you have a number, or register.',
  },
  device_changed: {
    say: 'Your card is now on another phone.',
    next: 'To use it on this one, activate it again here.',
  },
  point_unknown: { say: 'We do not know this checkpoint.', next: 'Please choose where you are again.' },
  card_not_activated: {
    say: 'This card has not been activated yet.',
    next: 'It can be activated in the mini program, with the document and the registered phone.',
  },
  card_unknown: { say: 'No card has this number.', next: 'Compare all ten digits and type the number again.' },
  card_reason_missing: { say: 'A reason is missing.', next: 'Choose one. For "Other", write a short note as well.' },
  registration_open_now: { say: 'Registration is open.', next: 'You can register right away, from the home page.' },
  wish_unreachable: {
    say: 'We would not know how to reach you.',
    next: 'Allow the WeChat message, or enter a phone number for an SMS.',
  },
  wish_limit: {
    say: 'That was changed very often today.',
    next: 'What you chose last still stands. You can change it again tomorrow.',
  },
  visit_unknown: { say: 'We cannot find this visit.', next: 'Pull down to see the visits that there are.' },
  visit_over: { say: 'This visit is over.', next: 'To come again, ask for another day.' },
  official_off: {
    say: 'No official account is set up yet.',
    next: 'Enter its configuration as the deployment guide describes, then try again.',
  },
  official_no_unionid: {
    say: 'WeChat gives us nothing to recognise you by, so the card cannot be bound to the official account yet.',
    next: 'Your card works as before. Please tell the Alumni Office: the university has to join both accounts on Open Platform.',
  },
  official_not_following: {
    say: 'You do not follow the official account yet.',
    next: 'Follow it and tap the alumni card in its menu. That binds your card.',
  },
}

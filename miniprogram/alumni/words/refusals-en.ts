/** What applicants, holders and the office meet on the pages of this package, in English. */
import type { RefusalWords } from '../../i18n/refusal'
import { visitRefusals } from './refusals-visit-en'
import type { refusals as chinese } from './refusals-zh'

export const refusals: Record<keyof typeof chinese, RefusalWords> = {
  form_invalid: { say: 'A few things need correcting.', next: 'Look for the fields marked in red, then submit again.' },
  consent_missing: {
    say: 'You have not yet agreed to how we use your information.',
    next: 'Please read and agree first, then continue.',
  },
  registration_stopped: {
    say: 'Registration is paused while the applications of {round} are reviewed.',
    next: 'It reopens after the review. What you entered is kept on this phone.',
  },
  no_review_planned: {
    say: 'No review is planned at the moment, so registration is closed.',
    next: 'It reopens after the vacation. To visit, use the visitor system.',
  },
  already_applied: {
    say: 'You have already applied.',
    next: 'No need to do it again. See how your application is going.',
  },
  document_in_use: {
    say: 'An application with this document is already under way.',
    next: 'If it was not you, please contact the Alumni Office.',
  },
  card_exists: {
    say: 'You already have an alumni card.',
    next: 'No need to apply again, just activate it. If your number has changed, contact the Alumni Office.',
  },
  campus_identity: {
    say: 'You belong to the university now: staff, student, hospital, family or campus business.',
    next: 'Please use your campus card. After you leave you can register here. If this is wrong, contact the alumni office.',
  },
  application_not_found: { say: 'We could not find your application.', next: 'Please register from the home page.' },
  cannot_withdraw: {
    say: 'It has been reviewed and can no longer be withdrawn.',
    next: 'See the result of the review.',
  },
  cannot_amend: {
    say: 'This application cannot be changed now.',
    next: 'See its progress. We will tell you if anything is needed.',
  },
  photo_gone: { say: 'One of the photos was deleted after its time.', next: 'Upload it again, then submit.' },
  too_many_photos: {
    say: 'You have uploaded too many photos today.',
    next: 'Please go on tomorrow. What you entered is kept.',
  },
  nothing_held: {
    say: 'Nothing is registered under this WeChat account.',
    next: 'If you registered with another account, open the mini program there.',
  },
  phone_unknown: {
    say: 'No phone number is registered, so we cannot make sure here that it is you.',
    next: 'Please bring your ID document to the Alumni Office.',
  },
  proof_not_matched: {
    say: 'The code or the phone number does not match.',
    next: 'Check it and try again. If your number has changed, contact the Alumni Office.',
  },
  too_many_copies: {
    say: 'You have taken enough copies for today.',
    next: 'You can take another one from {from}. Earlier files are still in WeChat.',
  },
  deletion_begun: {
    say: 'The deletion has begun and cannot be taken back.',
    next: 'When it is done you can register again if you wish.',
  },
  phone_code_invalid: {
    say: 'The permission to use your WeChat number has lapsed.',
    next: 'Tap "Use my WeChat number" again, or type your number.',
  },
  activation_not_matched: {
    say: 'The ID number and phone number do not match.',
    next: 'Use the document and phone you registered with. If your number has changed, contact the Alumni Office.',
  },
  activation_too_early: {
    say: 'Your card can be activated from 00:00 on {from}.',
    next: 'Come back then. Your card number is kept for you.',
  },
  too_many_attempts: {
    say: 'Too many attempts today.',
    next: 'Try again on {from}, or contact the Alumni Office.',
  },
  card_suspended: {
    say: 'This card is suspended.',
    next: 'Ask the Alumni Office why. Until then, enter through the visitor system.',
  },
  card_revoked: {
    say: 'This card has been cancelled.',
    next: 'Contact the Alumni Office if this is a surprise, or register again.',
  },
  card_expired: { say: 'This card has expired.', next: 'Renew it, and it works on this phone at once.' },
  renewal_too_early: {
    say: 'It can be renewed from {from}.',
    next: 'Your card stays valid. We will remind you by SMS.',
  },
  renewal_not_activated: {
    say: 'Your card is still to be activated, not renewed.',
    next: 'Activate it. Its validity starts on that day.',
  },
  account_has_other_card: {
    say: 'This WeChat account already holds another card.',
    next: 'Activate from your own WeChat, or contact the Alumni Office.',
  },
  signed_on_invalid: {
    say: 'The day of the signature is not right.',
    next: 'It cannot be in the future or over a year ago. An older form has to be signed anew.',
  },
  person_has_card: {
    say: 'The person on this form has a card already.',
    next: 'They can activate it with their document and registered phone. If the phone has changed, open “Cards”.',
  },
  person_has_applied: {
    say: 'Somebody has applied with this document already.',
    next: 'Look for it in the queue. There is no need to enter it again.',
  },
  document_invalid: {
    say: 'The document number is not right.',
    next: 'Compare the type, the issuing country and every character with the document.',
  },
  identity_joined: {
    say: 'These are one person already.',
    next: 'Nothing more to join. The documents are listed below.',
  },
  identity_two_cards: {
    say: 'This person has two cards: {one} and {other}.',
    next: 'One person, one card: choose the one to revoke, then join.',
  },
  identity_applying: {
    say: 'One of the documents has an application that is not decided yet.',
    next: 'Decide it first (for example “Has an alumni card already”), then come back.',
  },
  alias_unknown: {
    say: 'This connection is no longer there.',
    next: 'Look the person up again to see how things stand.',
  },
  reader_suspended: {
    say: 'Your card is suspended, so it opens no digital resources.',
    next: 'Ask the Alumni Office why.',
  },
  reader_revoked: {
    say: 'Your card was cancelled, so it opens no digital resources.',
    next: 'Contact the Alumni Office if this is a surprise.',
  },
  reader_expired: {
    say: 'Your card has expired, so it opens no digital resources.',
    next: 'Renew it: the number stays the same and it works at once.',
  },
  reader_visitor: {
    say: 'Digital resources are for alumni cards only.',
    next: 'As a visitor, please ask at the library desk.',
  },
  resource_unknown: { say: 'We could not find this resource.', next: 'Go back one page and choose again.' },
  library_not_ready: {
    say: 'The library has not opened this entrance yet.',
    next: 'Please come back later, or ask the library.',
  },
  library_limit: {
    say: 'You have opened as many resources as a card can in a day.',
    next: 'You can go on from {from}.',
  },
  ...visitRefusals,
}

/** A sentence and a next step for every refusal, in English; the shape is that of refusals-zh.ts. */

import { officialRefusals } from './refusals-official-en'
import { visitorRefusals } from './refusals-visitor-en'
import type { refusals as chinese } from './refusals-zh'

export const refusals: typeof chinese = {
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
  form_invalid: { say: 'A few things need correcting.', next: 'Look for the fields marked in red, then submit again.' },
  consent_missing: {
    say: 'You have not yet agreed to how we use your information.',
    next: 'Please read and agree first, then continue.',
  },
  registration_not_ready: {
    say: 'Registration has not opened yet.',
    next: 'You can register here once it opens. To visit soon, use the visitor system.',
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
  review_not_open: {
    say: 'This round is still open for applications.',
    next: 'Review starts after the cut-off on {round}.',
  },
  already_decided: { say: 'Another reviewer has just handled this application.', next: 'Refresh to see the result.' },
  reason_missing: { say: 'No reason chosen yet.', next: 'Choose one. For "Other", add a short note.' },
  round_closed: {
    say: 'This round is closed and everyone has been told.',
    next: 'Go back to the list for the next one.',
  },
  round_not_due: { say: 'There is no round to close now.', next: 'Come back after the next cut-off.' },
  undecided_remain: { say: 'Still undecided: {count}.', next: 'Keep reviewing, or carry them over to the next round.' },
  held_by_colleague: {
    say: '{name} is reviewing this application.',
    next: 'Go on with the next one. If it is still open after {time}, you can take it over.',
  },
  document_shredded: {
    say: 'The full number was shredded when its time was over; only the masked one is left.',
    next: 'If it has to be checked, ask to see the document itself.',
  },
  application_unknown: { say: 'We could not find this application.', next: 'Go back to the list and refresh.' },
  bulk_unknown: { say: 'We could not find this bulk approval.', next: 'Go back and take a new sample.' },
  bulk_undone: { say: 'This bulk approval was undone.', next: 'To approve in bulk, look at a new sample.' },
  sample_not_seen: {
    say: '{left} of the sample have not been looked at.',
    next: 'Look at each of them, then approve all.',
  },
  sample_outdated: { say: 'This sample is out of date.', next: 'Take a new sample, then approve all.' },
  nothing_exact: {
    say: 'No undecided application of this round matches the archive exactly.',
    next: 'Go back to the list and review one by one.',
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
  card_none: {
    say: 'This WeChat account has no active card yet.',
    next: 'Activate your card if you have a number, or register.',
  },
  device_changed: {
    say: 'Your card is now on another phone.',
    next: 'To use it on this one, activate it again here.',
  },
  point_unknown: { say: 'We do not know this checkpoint.', next: 'Please choose where you are again.' },
  card_number_typo: {
    say: 'One digit of the card number is wrong.',
    next: 'Compare it with the card and type it again.',
  },
  look_up_not_matched: {
    say: 'Card number and last four digits do not match.',
    next: 'Ask for the document the card was issued on and try again.',
  },
  look_up_limit: {
    say: 'Too many look-ups went wrong today.',
    next: 'Scan the code instead, or send the visitor to the Alumni Office. Look-ups work again on {from}.',
  },
  card_not_activated: {
    say: 'This card has not been activated yet.',
    next: 'It can be activated in the mini program, with the document and the registered phone.',
  },
  bootstrap_closed: {
    say: 'An administrator already exists, or the code is wrong.',
    next: 'Ask an existing administrator to invite you.',
  },
  invitation_invalid: {
    say: 'This invitation cannot be used.',
    next: 'Invitations last 24 hours and work once. Ask for a new one.',
  },
  staff_exists: { say: 'You are already a member of staff.', next: 'Open the staff office from the home page.' },
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
  own_entry: {
    say: 'You entered this paper form yourself, so you cannot decide it.',
    next: 'A colleague has to. Please go on with the next one.',
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
  staff_self: {
    say: 'You cannot change your own role or remove yourself.',
    next: 'Ask another administrator. If you are the only one, invite one first.',
  },
  staff_unknown: { say: 'This person is no longer a member of staff.', next: 'Refresh the list, or invite them anew.' },
  invitation_gone: {
    say: 'This invitation was used, withdrawn or is over.',
    next: 'Refresh the list. Somebody who joined stands among the staff and can be removed there.',
  },
  settings_invalid: { say: 'Some settings are not right.', next: 'Correct the ones marked in red and save again.' },
  settings_changed: {
    say: 'A colleague has just changed the settings.',
    next: 'The newest are shown and your changes are kept. Look once more and save again.',
  },
  settings_round_closing: {
    say: 'This would take away the round that is being closed.',
    next: 'Wait until it is closed, then save again.',
  },
  card_unknown: { say: 'No card has this number.', next: 'Compare all ten digits and type the number again.' },
  card_reason_missing: { say: 'A reason is missing.', next: 'Choose one. For "Other", write a short note as well.' },
  revocation_final: {
    say: 'This card was cancelled, which cannot be undone.',
    next: 'The holder can register again for a new card.',
  },
  mark_unknown: { say: 'We could not find this notice.', next: 'Go back to the list and refresh it.' },
  device_unknown: { say: 'We could not find this device.', next: 'Go back to the list of devices and refresh it.' },
  registration_open_now: { say: 'Registration is open.', next: 'You can register right away, from the home page.' },
  wish_unreachable: {
    say: 'We would not know how to reach you.',
    next: 'Allow the WeChat message, or enter a phone number for an SMS.',
  },
  wish_limit: {
    say: 'That was changed very often today.',
    next: 'What you chose last still stands. You can change it again tomorrow.',
  },
  message_unknown: { say: 'We could not find this message.', next: 'Go back to the list and refresh it.' },
  message_not_failed: {
    say: 'This message is on its way, or has arrived.',
    next: 'Refresh the list to see how it stands.',
  },
  message_too_old: {
    say: 'This message can no longer be sent.',
    next: 'Call the person instead. Their number is in the application.',
  },
  export_period_invalid: {
    say: 'These dates do not fit, or are more than {days} days.',
    next: 'Check both dates; take a long stretch in several exports.',
  },
  export_reason_missing: {
    say: 'An export with ID numbers needs a purpose.',
    next: 'Write one sentence about it; it goes into the audit log.',
  },
  export_too_large: {
    say: 'That is too much at once: {count} rows, {most} at most.',
    next: 'Choose fewer days and export several times.',
  },
  export_unknown: {
    say: 'This export was not found.',
    next: 'Go back to the list, pull it down and try again.',
  },
  export_removed: {
    say: 'The files of this export have been deleted.',
    next: 'Files are kept for one hour; please export again.',
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
  import_unknown: { say: 'We could not find this import.', next: 'Go back to the list and refresh it.' },
  import_file_missing: {
    say: 'The uploaded file is not there.',
    next: 'The upload may have broken off. Choose the file again.',
  },
  import_file_unreadable: {
    say: 'The file cannot be read to its end.',
    next: 'It may be damaged. Open it on a computer, save a new copy and choose that one.',
  },
  import_type_unsupported: {
    say: 'Only CSV and XLSX files can be imported.',
    next: 'Save it as .xlsx in Excel or WPS and choose it again.',
  },
  import_too_large: {
    say: 'The file is larger than {most} MB.',
    next: 'Split it into several files and import them one by one.',
  },
  import_empty: {
    say: 'There are no rows below the headers.',
    next: 'Check that this is the right file and the right sheet.',
  },
  import_columns_missing: {
    say: 'A column that must be there is missing.',
    next: 'Choose a column for each item marked in red.',
  },
  import_over: {
    say: 'This import has ended.',
    next: 'See its result in the list. To import again, choose the file again.',
  },
  ...visitorRefusals,
  ...officialRefusals,
}

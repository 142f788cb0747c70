/** The words of the main package in English, for alumni abroad; the shape is that of zh.ts. */
import type { Words } from './words'

const refusals: Words['refusals'] = {
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
  card_exists: { say: 'You already have an alumni card.', next: 'No need to apply again. Just activate it.' },
  application_not_found: { say: 'We could not find your application.', next: 'Please register from the home page.' },
  cannot_withdraw: {
    say: 'It has been reviewed and can no longer be withdrawn.',
    next: 'See the result of the review.',
  },
  cannot_amend: {
    say: 'This application cannot be changed now.',
    next: 'See its progress. We will tell you if anything is needed.',
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
  application_unknown: { say: 'We could not find this application.', next: 'Go back to the list and refresh.' },
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
  card_expired: { say: 'This card has expired.', next: 'Contact the Alumni Office to extend it.' },
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
  bootstrap_closed: {
    say: 'An administrator already exists, or the code is wrong.',
    next: 'Ask an existing administrator to invite you.',
  },
  invitation_invalid: {
    say: 'This invitation cannot be used.',
    next: 'Invitations last 24 hours and work once. Ask for a new one.',
  },
  staff_exists: { say: 'You are already a member of staff.', next: 'Open the staff office from the home page.' },
  settings_invalid: { say: 'Some settings are not right.', next: 'Correct the ones marked in red and save again.' },
}

const fields: Words['fields'] = {
  required: 'Please fill this in',
  too_long: 'This is too long, please shorten it',
  name_chinese: 'Use the Chinese name on your document, e.g. "张小明"',
  name_latin: 'Use Latin letters as in your passport, e.g. "ZHANG XIAOMING"',
  document_shape: 'This does not look like the document you chose. Check the length and letters',
  document_check_digit: 'One digit is wrong. Please compare it with your document',
  document_date: 'The birth date in this number does not exist. Please check it',
  document_country: 'Choose the issuing country or region',
  phone_shape: 'The number is incomplete. Outside China include the country code, e.g. "+44"',
  email_shape: 'The address is incomplete, e.g. "name@example.com"',
  year_range: 'Choose a year',
  year_order: 'Graduation cannot be before entry',
  student_number_shape: '4–20 letters or digits. Leave it empty if you do not remember',
  too_many: 'Up to 5 study records',
  photo_missing: 'Please add a photo',
}

export const en: Words = {
  common: {
    retry: 'Try again',
    cancel: 'Cancel',
    confirm: 'OK',
    close: 'Close',
    back: 'Back',
    done: 'Done',
    loading: 'Loading',
    optional: 'optional',
    help: 'Help and contacts',
    reference: 'Reference',
    empty: 'Nothing here yet',
  },
  face: {
    number: 'Card number',
    valid: 'Valid until',
    portrait: 'Portrait of the holder',
    alumnus: 'Alumnus',
    visitor: 'Visitor',
  },
  home: {
    title: '',
    switchLanguage: '中文',
    switchLabel: '切换为中文',
    greeting: 'Welcome back, {name}',
    offline: 'You are offline. This is what we knew last.',
    links: {
      activate: 'I have a card number, activate it',
      timeline: 'See my application',
      help: 'Help and contacts',
      staff: 'Review desk',
      guard: 'Check cards',
    },
    steps: {
      show_card: {
        head: 'Your card is ready',
        text: 'Bring your physical ID when you come to campus.',
        action: 'Show my card',
      },
      activate_here: {
        head: 'Not on this phone yet',
        text: 'Card {number}. Activate it once more to use it on this phone.',
        action: 'Activate on this phone',
      },
      activate: {
        head: 'Ready to activate',
        text: 'Card {number}. Use the ID number you registered with. It takes a minute.',
        action: 'Activate my card',
      },
      await_activation: {
        head: 'Approved',
        text: 'Your card number is {number}. You can activate it from 00:00 on {from}.',
        action: 'See my application',
      },
      submitted: {
        head: 'Submitted',
        text: 'Review starts after {cutOff}. You get the result by SMS that afternoon.',
        action: 'See my application',
      },
      in_review: {
        head: 'In review',
        text: 'The round of {round} is being reviewed. You get an SMS whether it passes or not.',
        action: 'See my application',
      },
      returned: {
        head: 'Something to correct',
        text: "Follow the reviewer's note and submit again. What you entered is kept.",
        action: 'See and correct',
      },
      rejected: {
        head: 'Not approved this time',
        text: 'See why and what you can do. To visit soon, use the visitor system.',
        action: 'See why',
      },
      register: {
        head: 'Get your alumni e-card',
        text: 'Submit before {cutOff}. It is reviewed that afternoon and you get an SMS. Your first card is free.',
        action: 'Register',
      },
      resume: {
        head: 'Pick up where you left off',
        text: 'Your draft is here. Submit before {cutOff} for this round.',
        action: 'Continue',
      },
      stopped: {
        head: 'Review under way',
        text: 'Registration reopens after the review of {round}. You can fill in the form now and submit it then.',
        action: 'Fill in the form',
      },
      closed: {
        head: 'Registration is closed for now',
        text: 'There is no review in vacations; it resumes with the term. You can fill in the form now. To visit soon, use the visitor system.',
        action: 'Fill in the form',
      },
    },
  },
  card: {
    title: 'My alumni card',
    validUntil: 'Valid until {day}',
    since: 'Active since {day}',
    number: 'Card {number}',
    codeLabel: 'Your entry code. It changes every ten seconds',
    live: 'Live code, renewed every 10 seconds',
    offline: 'You are offline. Your card still works',
    clockBack: 'The clock of this phone was turned back. Go online once to correct it, or ask the guard for a number.',
    captured: 'Screenshots and forwarded codes are refused. Please show your phone.',
    challenge: 'The guard asks for a number',
    challengeHead: "Enter the four digits on the guard's phone",
    challengeText: 'It lets you in when a clock is wrong or the network is poor.',
    challengeLive: 'Signed for {number}. Scan within {seconds} seconds',
    challengeEnd: 'Back to the live code',
    digits: 'Four digits',
    home: 'Go to the home page',
    opensHead: 'Where it takes you',
    open: 'Open now',
    shut: 'Closed now',
    rules: {
      gate: 'Show your physical ID as well when you enter',
      canteen: 'Show the code to eat at campus prices',
      library: 'Scan the code at the door to read inside',
      shuttle: 'Show the code when you get on',
    },
    blocked: {
      suspended: {
        head: 'Card suspended',
        text: 'Ask the Alumni Office why. Until then, enter through the visitor system.',
        action: 'Contacts',
      },
      revoked: { head: 'Card cancelled', text: 'Contact the Alumni Office if this is a surprise.', action: 'Contacts' },
      expired: {
        head: 'Card expired',
        text: 'It was valid until {day}. Contact the Alumni Office to extend it.',
        action: 'Contacts',
      },
      moved: {
        head: 'Your card is on another phone',
        text: 'To use it on this one, activate it here once more.',
        action: 'Activate on this phone',
      },
      stale: {
        head: 'Please go online once',
        text: 'This phone has been offline for too long. The code comes back by itself, no new activation needed.',
        action: 'Try again',
      },
    },
  },
  refusals,
  fields,
}

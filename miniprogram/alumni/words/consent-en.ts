/** The words of the page of consent, in English. */
import type { AlumniWords } from './words'

export const consent: AlumniWords['consent'] = {
  title: 'Privacy',
  head: 'Two things before you register',
  privacy: {
    head: 'How we use your information',
    points: [
      'We collect your name, ID number, contact details, study record and two photos.',
      'We use them to check that you are an alumnus, issue your card, check it on campus and tell you the result.',
      'Reviewers can see them. Guards see only a shortened name, the last four of your ID and your photo.',
      'See and delete them under "My data" at any time; for corrections contact the Alumni Office.',
    ],
    agree: 'I have read and agree to how my information is used',
    read: 'Read in full',
  },
  document: {
    head: 'Separately: your ID number',
    points: [
      'The card is in your real name, one card per person, so we need your ID number.',
      'It is encrypted. It is never in a QR code, a message or a log, and never stored on your phone.',
      'Each time a reviewer looks at the full number it is recorded, and you can see the record.',
      'You may say no: apply on paper at the Alumni Office, or enter through the visitor system.',
    ],
    agree: 'I separately agree to the use of my ID number for real-name registration',
  },
  again: {
    head: 'Please look at the texts of today',
    text: 'They are newer than those you agreed to, or new to you. Read them and decide. If you leave it for later your card works as before, and we ask at your next visit.',
    next: 'Agree to these texts',
    later: 'Later',
    no: 'I do not agree',
  },
  next: 'Agree and continue',
  missing: 'Please tick both boxes above first',
  version: 'Version {version}',
  full: {
    head: 'Your information',
    close: 'Done',
    sections: [
      {
        head: 'Who is responsible',
        text: '{university}, {office}. You find how to reach us under "Help and contacts".',
      },
      {
        head: 'What we collect',
        text: 'What you enter: names, document and number, phone, e-mail (optional), study record, portrait and proof of study. From WeChat: the identifier of your account (OPENID). At checkpoints: when and where your card was checked.',
      },
      {
        head: 'What for',
        text: 'To confirm that you are an alumnus; to issue, activate and extend your card; to check it at gates, canteens, the library and the shuttle; to tell you results by SMS. For nothing else, and never for marketing.',
      },
      {
        head: 'Your ID number',
        text: 'It is sensitive information, so we ask for separate consent. It is stored encrypted and compared by a keyed digest. It never appears in QR codes, messages, logs or errors. A reviewer opens the full number one at a time, each time is recorded, and the record is open to you.',
      },
      {
        head: 'Who else receives it',
        text: 'It is stored on cloud services in mainland China. The SMS provider receives your phone number and the message. Nobody else does unless the law requires it.',
      },
      {
        head: 'How long',
        text: 'The full ID number and the proof photo are kept for the review only and shredded a set number of days after its result or your withdrawal; so is the portrait if no card is issued. The rest is kept as long as your card is valid. A digest that cannot be reversed stays, so that each person has one card.',
      },
      {
        head: 'Your rights',
        text: 'You can see, correct and delete your information and withdraw consent; your card then ends. Open "My data" under "Help and contacts"; for anything else contact us there. We answer within 15 working days.',
      },
    ],
  },
}

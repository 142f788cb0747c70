/** The words of the page of help and contacts, in English. */
import type { AlumniWords } from './words'

export const help: AlumniWords['help'] = {
  title: 'Help',
  contacts: 'Contact us',
  call: 'Call {office}',
  hours: 'Office hours',
  hoursText: '{hours} (Beijing time)',
  address: 'Address',
  copy: 'Copy',
  questions: 'Questions people ask',
  faq: [
    {
      ask: 'How long does it take?',
      answer:
        'The cut-off is {weekday} {cutOff}; review is that afternoon (not in vacations and on public holidays). You get an SMS whether it passes or not. You can activate from 00:00 the next day.',
    },
    {
      ask: 'Why is registration paused?',
      answer: 'Applications are being reviewed. It reopens by itself afterwards; what you entered stays on your phone.',
    },
    {
      ask: 'I had a card before',
      answer: 'No need to apply again: collect and activate it with your ID number. Register only if it is not found.',
    },
    {
      ask: 'New phone or WeChat account?',
      answer: 'Activate once more on the new one. The card on the old one stops working at once.',
    },
    {
      ask: 'New phone number?',
      answer: 'Activation needs the registered number. If it no longer works, ask the Alumni Office to change it.',
    },
    {
      ask: 'Does it work without network?',
      answer: 'Yes. Once opened, your card can be shown offline and its code keeps changing.',
    },
    {
      ask: 'The code does not scan?',
      answer:
        'Hold the phone closer and away from reflections. If the guard gives you four digits, tap "The guard asks for a number".',
    },
    {
      ask: 'Who cannot have one?',
      answer:
        'Students, staff, hospital staff, their families and campus businesses hold a campus identity and use that card.',
    },
    {
      ask: 'What does it cost, how long is it valid?',
      answer:
        'The first card is free. It is valid for {years} years and can be extended. Bring your physical ID when you enter.',
    },
  ],
  other: 'Other ways',
  visitor: 'Visit as a visitor',
  visitorText: 'While you wait, after a refusal, or while your card cannot be used, book a day to enter.',
  paper: 'On paper',
  paperText: "Fill in the association's membership card form at the Alumni Office; staff enter it for you.",
  privacy: 'My data',
  privacyText: 'Who looked, how long it is kept, deleting it',
  staff: 'I was invited as staff',
}

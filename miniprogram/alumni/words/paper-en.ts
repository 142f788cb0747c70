/** The words of entering a paper form, in English; the shape is that of paper-zh.ts. */
import type { paper as chinese } from './paper-zh'

export const paper: typeof chinese = {
  title: 'Paper form',
  head: 'Enter a paper form for an alumnus',
  hint: 'Checked and reviewed like any other application. A colleague decides what you enter.',
  who: 'Person and document',
  how: 'Contact',
  phoneHint: 'The result goes to this phone, which is needed to activate the card, too',
  what: 'Studies',
  photos: 'Photos',
  portraitHint: 'Photograph the picture on the form, or the person',
  proofHint: 'Diploma or degree certificate; without one, the whole form',
  signature: 'Signature',
  signedOn: 'Day on which they signed',
  signedHint: 'The signature on the form is their consent. Please keep the original',
  chooseDay: 'Choose the day',
  signedMissing: 'Please choose the day of the signature',
  language: 'Language for messages',
  languages: { zh: 'Chinese', en: 'English' },
  enter: 'Enter the form',
  wrong: 'A few things need correcting. They are marked above',
  done: 'Entered',
  amended: 'Entered anew',
  doneText:
    '{masked}. It is reviewed on {day}, by a colleague. They are told by SMS and then activate with document and phone.',
  another: 'Enter another',
  back: 'Back to the office',
}

/** The words of the library page in English; the shape is that of library-zh.ts. */
import type { library as chinese } from './library-zh'

export const library: typeof chinese = {
  title: 'Digital library',
  head: 'Open with your card',
  text: 'One tap gets you a link that works once. Paste it into a browser. The library learns that you hold an alumni card, but not your name, card number or ID number.',
  resources: 'Choose a resource',
  get: 'Get a link to {name}',
  getting: 'Getting the link',
  ready: 'Link to {name} copied',
  left: 'Valid for {seconds} more seconds',
  steps: ['Open the browser on your phone', 'Hold the address bar, then paste and go'],
  copy: 'Copy again',
  over: 'The link has run out',
  overText: 'A link lasts two minutes and works once. Get a new one whenever you need it.',
  again: 'Get a new link',
  notCopied: 'It could not be copied by itself. Please tap the button below.',
  activate: 'Activate my card',
  renew: 'Renew my card',
  help: 'Contact us',
}

/** The words of the renewal page in English, beside those that it shares with activation; renew-zh.ts has the same shape. */
export const renew = {
  title: 'Renew',
  documentHead: 'Renew your card',
  documentText: 'Your number stays the same. Use your document and registered phone once more to confirm it is you.',
  confirm: 'Renew',
  working: 'Renewing',
  done: 'Your card is renewed',
  doneText: '{name}, it is now valid until {day}.',
  activate: 'Activate it',
}

/** WeChat's question before something private is used, in English; the shape is that of privacy-ask-zh.ts. */
import type { privacyAsk as chinese } from './privacy-ask-zh'

export const privacyAsk: typeof chinese = {
  head: 'We need your agreement',
  guide: 'Read the privacy guide first',
  agree: 'Agree',
  not: 'Not now',
  uses: {
    photo: { what: 'A photo comes from your album or camera.', instead: 'Or bring your photos to the Alumni Office.' },
    phone: { what: 'WeChat’s own phone number saves you typing.', instead: 'Or type it, or use an SMS code.' },
    clipboard: { what: 'Copying uses the clipboard of this phone.', instead: 'Or write it down.' },
    file: { what: 'The file comes from one of your chats.', instead: 'Or import it on a computer.' },
  },
}

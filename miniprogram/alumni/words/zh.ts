/** The words of the alumni pages in Chinese, one file a page; en.ts has the same shape, so a missing key does not compile. */
import { activate } from './activate-zh'
import { consent } from './consent-zh'
import { documents } from './documents-zh'
import { form } from './form-zh'
import { help } from './help-zh'
import { identity } from './identity-zh'
import { library } from './library-zh'
import { paper } from './paper-zh'
import { photo } from './photo-zh'
import { privacy } from './privacy-zh'
import { proving } from './proving-zh'
import { renew } from './renew-zh'
import { timeline } from './timeline-zh'
import { dayPass, visit } from './visit-zh'

export const zh = {
  documents,
  consent,
  form,
  photo,
  paper,
  identity,
  privacy,
  timeline,
  activate,
  renew: { ...proving, ...renew },
  help,
  visit,
  dayPass,
  library,
}

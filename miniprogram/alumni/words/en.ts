/** The words of the alumni pages in English; the shape is that of zh.ts. */
import { activate } from './activate-en'
import { consent } from './consent-en'
import { documents } from './documents-en'
import { form } from './form-en'
import { help } from './help-en'
import { identity } from './identity-en'
import { library } from './library-en'
import { paper } from './paper-en'
import { photo } from './photo-en'
import { privacy } from './privacy-en'
import { proving } from './proving-en'
import { renew } from './renew-en'
import { timeline } from './timeline-en'
import { dayPass, visit } from './visit-en'
import type { AlumniWords } from './words'

export const en: AlumniWords = {
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

/** What an empty form looks like: the choices that most people make are made already. */
import type { ApplicationForm, Study } from '../../../lib/domain'

/** A study record to fill in; 0 stands for a year not chosen yet. */
export function blankStudy(): Study {
  return { school: '', major: '', degree: 'bachelor', entryYear: 0, graduationYear: 0 }
}

/** A form to fill in. */
export function blankForm(): ApplicationForm {
  return {
    nameChinese: '',
    nameLatin: '',
    document: { type: 'resident_id', country: 'CHN', number: '' },
    phone: '',
    email: '',
    studies: [blankStudy()],
    portrait: '',
    proof: '',
  }
}

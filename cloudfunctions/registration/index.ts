/** Registration: an alumnus's own application, from the form to the decision (notice III.1). */
import { registrationRequests as requests } from '../../domain/registration/api'
import { serve } from '../_kit/serve'
import { amend } from './amend'
import { announcePhoto } from './announce-photo'
import { enterPaper } from './enter-paper'
import { phoneNumber } from './phone-number'
import { proof } from './proof'
import { status } from './status'
import { submit } from './submit'
import { withdraw } from './withdraw'

export const main = serve({
  status: { request: requests.status, access: 'anyone', handle: status },
  submit: { request: requests.submit, access: 'anyone', handle: submit },
  amend: { request: requests.amend, access: 'anyone', handle: amend },
  withdraw: { request: requests.withdraw, access: 'anyone', handle: withdraw },
  enterPaper: { request: requests.enterPaper, access: 'reviewer', handle: enterPaper },
  phoneNumber: { request: requests.phoneNumber, access: 'anyone', handle: phoneNumber },
  announcePhoto: { request: requests.announcePhoto, access: 'anyone', handle: announcePhoto },
  proof: { request: requests.proof, access: 'anyone', handle: proof },
})

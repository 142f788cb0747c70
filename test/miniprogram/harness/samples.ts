/** Synthetic people and answers for the page tests; instants are written as Shanghai wall-clock times. */
import type { ApplicationForm, ApplicationView, CardView } from '../../../domain/client'

/** The instant of a Shanghai wall-clock time 'YYYY-MM-DDTHH:mm'. */
export const at = (time: string): number => Date.parse(`${time}:00+08:00`)

/** A Tuesday morning in term, two days before a review. */
export const tuesday = at('2026-11-24T09:00')

export const openState = { open: true, next: { day: '2026-11-26', cutOff: at('2026-11-26T12:00') } } as const

export const form: ApplicationForm = {
  nameChinese: '张小明',
  nameLatin: '',
  document: { type: 'resident_id', country: 'CHN', number: '321102199001010011' },
  phone: '+8613812345678',
  email: '',
  studies: [{ school: '机械工程学院', major: '车辆工程', degree: 'bachelor', entryYear: 2008, graduationYear: 2012 }],
  portrait: 'cloud://env/photos/0102030405060708.jpg',
  proof: 'cloud://env/photos/0102030405060709.jpg',
}

/** An application as the server shows it: without the document number. */
export function application(changed: Partial<ApplicationView> = {}): ApplicationView {
  return {
    id: 'application-1',
    stage: 'submitted',
    form: { ...form, document: { ...form.document, number: '' } },
    documentMasked: '321***********0011',
    documentKept: true,
    submittedAt: at('2026-11-24T08:00'),
    round: '2026-11-26',
    cutOff: at('2026-11-26T12:00'),
    canWithdraw: true,
    canAmend: false,
    documentViews: [],
    ...changed,
  }
}

export const approved = application({
  stage: 'approved',
  round: '2026-11-19',
  cutOff: at('2026-11-19T12:00'),
  submittedAt: at('2026-11-17T20:00'),
  canWithdraw: false,
  result: {
    kind: 'approve',
    at: at('2026-11-19T16:40'),
    cardNumber: '8123456786',
    activatableFrom: '2026-11-20',
  },
})

export const returned = application({
  ...approved,
  stage: 'returned',
  canAmend: true,
  result: { kind: 'return', reason: 'portrait_unclear', note: '请正面拍摄', at: at('2026-11-19T16:40') },
})

export const rejected = application({
  ...approved,
  stage: 'rejected',
  result: { kind: 'reject', reason: 'not_found_in_archive', at: at('2026-11-19T16:40') },
})

export const card: CardView = {
  number: '8123456786',
  status: 'active',
  class: 1,
  nameChinese: '张小明',
  nameLatin: 'ZHANG XIAOMING',
  portraitUrl: '',
  activatedAt: at('2026-11-20T09:00'),
  validUntil: '2028-11-19',
  renewableFrom: null,
}

export const credential = { credential: `12${'00'.repeat(113)}`, expires: '2027-02-18' }

/** What registration.status answers. */
export const status = (changed: object = {}) => ({
  now: tuesday,
  state: openState,
  application: null,
  cardNumber: null,
  ...changed,
})

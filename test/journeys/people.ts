/** Who the journeys are about; the same people as the demonstration's (emulator/seed). */
import type { Applicant } from './alumnus'

export const li: Applicant = {
  openid: 'o-li-xiaoming',
  lang: 'zh',
  name: '李晓明',
  document: { type: 'resident_id', number: '321102199001010011' },
  phone: { code: '86', number: '13800000001' },
  school: '汽车与交通工程学院',
  major: '车辆工程',
}

export const amara: Applicant = {
  openid: 'o-amara-okafor',
  lang: 'en',
  name: 'Amara Okafor',
  document: { type: 'passport', country: 'Nigeria', number: 'A01234567' },
  phone: { code: '44', number: '7700900123' },
  school: 'School of Food Engineering',
  major: 'Food Science',
}

export const REVIEWER = 'o-zhou-min'
export const ADMIN = 'o-wu-fang'
export const GUARD = 'o-zhao-qiang'

/** The E.164 number of an applicant. */
export function phoneOf({ phone }: Applicant): string {
  return `+${phone.code}${phone.number}`
}

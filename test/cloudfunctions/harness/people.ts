/** Synthetic people: names, documents with right check digits that belong to nobody, phones, study records. */
import { university } from '../../../domain/university'

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECKS = '10X98765432'

/** A resident number of Zhenjiang, born 1990-01-01, with a sequence number up to 999. */
export function residentNumber(sequence: number, birth = '19900101'): string {
  const digits = `321102${birth}${String(sequence).padStart(3, '0')}`
  const sum = [...digits].reduce((total, digit, index) => total + Number(digit) * (WEIGHTS[index] ?? 0), 0)
  return digits + CHECKS[sum % 11]
}

export type Person = { openid: string; phone: string; form: any }

const photo = (name: string) => `cloud://local-env.6c6f-local/photos/${name}.jpg`

/** The n-th alumnus. */
export function person(n: number): Person {
  const phone = `+8613${String(800_000_000 + n)}`
  return {
    openid: `o-alumnus-${n}`,
    phone,
    form: {
      nameChinese: '张小明',
      nameLatin: '',
      document: { type: 'resident_id', country: 'CHN', number: residentNumber(n) },
      phone,
      email: '',
      studies: [
        { school: '汽车与交通工程学院', major: '车辆工程', degree: 'bachelor', entryYear: 2008, graduationYear: 2012 },
      ],
      portrait: photo(`portrait-${n}-0000`),
      proof: photo(`proof-${n}-0000`),
    },
  }
}

/** An alumnus from abroad, who reads English. */
export function foreigner(n: number): Person {
  const phone = `+4477009${String(n).padStart(5, '0')}`
  const form = {
    ...person(n).form,
    nameChinese: '',
    nameLatin: 'Amara Okafor',
    document: { type: 'passport', country: 'NGA', number: `A0${String(n).padStart(7, '0')}` },
    phone,
  }
  return { openid: `o-foreigner-${n}`, phone, form }
}

export const consent = university.consent

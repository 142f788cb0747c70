/**
 * The people of the demonstration: who can hold one of the three phones. All synthetic; the ID numbers satisfy their check
 * digits and belong to nobody (docs: id-documents rules). `facts` are what the desk shows beside a phone, so that a newcomer
 * knows what to type.
 */
import type { Bilingual } from '../../domain/university'

/** Something to type into a form while playing this person. */
export type Fact = { label: Bilingual; value: string }

export type Person = {
  openid: string
  name: string
  nameEn: string
  role: 'alumnus' | 'reviewer' | 'guard' | 'admin'
  phoneNumber: string
  startPage: string
  facts: Fact[]
}

const ID: Bilingual = { zh: '身份证号', en: 'ID number' }
const PASSPORT: Bilingual = { zh: '护照', en: 'Passport' }
const STUDY: Bilingual = { zh: '学习经历', en: 'Studied' }

const HOME = 'pages/home/home'

export const people: readonly Person[] = [
  alumnus('o-li-xiaoming', '李晓明', 'Li Xiaoming', '+8613800000001', [
    { label: ID, value: '321102199001010011' },
    { label: STUDY, value: '车辆工程 2008–2012' },
  ]),
  alumnus('o-amara-okafor', 'Amara Okafor', 'Amara Okafor', '+447700900123', [
    { label: PASSPORT, value: 'NGA A01234567' },
    { label: STUDY, value: 'Food Science 2014–2018' },
  ]),
  alumnus('o-wang-jianguo', '王建国', 'Wang Jianguo', '+8613800000004', [
    { label: ID, value: '32110219900307019X' },
    { label: STUDY, value: '农业机械化 2009–2013' },
  ]),
  alumnus('o-chen-jing', '陈静', 'Chen Jing', '+8613800000005', [
    { label: ID, value: '321102199202290013' },
    { label: STUDY, value: '临床医学 2010–2015' },
  ]),
  staff('o-zhou-min', '周敏', 'Zhou Min', 'reviewer', '+8613800000011', 'staff/pages/queue/queue'),
  staff('o-sun-lei', '孙磊', 'Sun Lei', 'reviewer', '+8613800000012', 'staff/pages/queue/queue'),
  staff('o-wu-fang', '吴芳', 'Wu Fang', 'admin', '+8613800000013', 'staff/pages/queue/queue'),
  staff('o-zhao-qiang', '赵强', 'Zhao Qiang', 'guard', '+8613800000021', 'guard/pages/scan/scan'),
  staff('o-qian-yong', '钱勇', 'Qian Yong', 'guard', '+8613800000022', 'guard/pages/scan/scan'),
]

function alumnus(openid: string, name: string, nameEn: string, phoneNumber: string, facts: Fact[]): Person {
  return { openid, name, nameEn, role: 'alumnus', phoneNumber, startPage: HOME, facts }
}

function staff(
  openid: string,
  name: string,
  nameEn: string,
  role: 'reviewer' | 'guard' | 'admin',
  phoneNumber: string,
  startPage: string,
): Person {
  return { openid, name, nameEn, role, phoneNumber, startPage, facts: [] }
}

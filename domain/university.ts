/**
 * Whose card it is. Everything that belongs to this university and to no other stands here: names, colours, contacts,
 * card number prefix, review day, points. Changing this file makes the product another university's.
 * Source: the university's notice of 2024-05-20 (contacts, prefix, review day, validity, services).
 */

/** A text in both languages of the product. */
export type Bilingual = { readonly zh: string; readonly en: string }

/** What kind of place a point is; classes and hours are decided by kind. */
export type PointKind = 'gate' | 'canteen' | 'library' | 'shuttle'

/** A place where a card is shown. `opens` and `closes` are Shanghai wall-clock times "HH:MM". */
export type Point = {
  readonly id: string
  readonly kind: PointKind
  readonly name: Bilingual
  readonly opens: string
  readonly closes: string
  /** Card classes that are let in here (domain/pass: 1 alumnus, 2 visitor). */
  readonly classes: readonly number[]
  /** Where it is, metres east and north of the library; null for what moves. Used to notice impossible travel. */
  readonly place: Place | null
}

/** A digital resource of the library. `door`: which of the library's two entrances leads to it. */
export type LibraryResource = {
  readonly id: string
  readonly door: 'ticket' | 'ezproxy'
  readonly name: Bilingual
  readonly target: string
}

/** Metres east and north of a place on the campus that all points share. */
export type Place = { readonly east: number; readonly north: number }

export const university = {
  name: { zh: '江苏大学', en: 'Jiangsu University' },
  shortName: { zh: '江大', en: 'JSU' },
  cardName: { zh: '校友电子卡', en: 'Alumni E-card' },
  alumniOffice: { zh: '校友工作办公室', en: 'Alumni Office' },
  /** The accent; every other colour is a neutral (styles/tokens.wxss). Dark themes use the lighter one. */
  colours: { accent: '#0b5a66', accentDark: '#4fb3bf', accentSoft: '#e3f0f1', accentSoftDark: '#12343a' },
  contacts: [
    { office: { zh: '招生办公室', en: 'Admissions Office' }, phone: '+86-511-88792366' },
    { office: { zh: '学生事务', en: "Students' Affairs" }, phone: '+86-511-88792566' },
    { office: { zh: '教学事务', en: 'Teaching Affairs' }, phone: '+86-511-88792216' },
  ],
  officeHours: ['08:30–11:30', '14:00–17:00'],
  address: {
    zh: '江苏省镇江市学府路 301 号（212013）',
    en: 'No. 301 Xuefu Road, Zhenjiang, Jiangsu, P.R. China 212013',
  },
  card: { numberPrefix: '8', validityYears: 2 },
  review: { weekday: 4, cutOff: '12:00' },
  /** Version of the consent texts (miniprogram/i18n); a new wording gets a new version and is asked again. */
  consent: { privacy: '2026-11', document: '2026-11' },
  /**
   * The official account, and its menu entry that opens the card (notice III.4(2)). `url`: what WeChat versions without mini
   * programs open instead. Names as they stand in the menu: at most 16 bytes for the first, 60 for the second.
   */
  officialAccount: {
    name: { zh: '江苏大学', en: 'Jiangsu University' },
    menu: { service: '服务', entry: '我的校友卡', url: 'https://www.ujs.edu.cn/' },
  },
  /**
   * WeChat's subscribe messages as chosen in the mini program's own account: the id, its title there, and what stands in each
   * of its keys. An empty id: not in use, everything goes by SMS. These ids are the emulator's.
   */
  subscribeTemplates: {
    review_result: {
      id: 'review-result',
      title: '审核结果通知',
      keys: { thing1: 'what', phrase2: 'result', thing3: 'note', date4: 'time' },
    },
    activation_open: {
      id: 'activation-open',
      title: '激活提醒',
      keys: { thing1: 'what', thing2: 'note', date3: 'time' },
    },
    registration_open: {
      id: 'registration-open',
      title: '登记开放提醒',
      keys: { thing1: 'what', thing2: 'note', time3: 'time' },
    },
    renewal_due: {
      id: 'renewal-due',
      title: '到期提醒',
      keys: { thing1: 'what', date2: 'time', thing3: 'note' },
    },
  },
  /** The same for the official account, whose templates are its own. An empty id: that message is not sent by it. */
  officialTemplates: {
    review_result: {
      id: 'official-review-result',
      title: '审核结果通知',
      keys: { thing1: 'what', phrase2: 'result', thing3: 'note', date4: 'time' },
    },
    activation_open: {
      id: 'official-activation-open',
      title: '激活提醒',
      keys: { thing1: 'what', thing2: 'note', date3: 'time' },
    },
    registration_open: {
      id: 'official-registration-open',
      title: '登记开放提醒',
      keys: { thing1: 'what', thing2: 'note', time3: 'time' },
    },
    renewal_due: {
      id: 'official-renewal-due',
      title: '到期提醒',
      keys: { thing1: 'what', date2: 'time', thing3: 'note' },
    },
  },
  /** Address of the university's own visitor system, offered instead of day passes; '' when day passes are given here. */
  visitorSystem: '',
  /**
   * Digital resources that the card opens, each through the library's JWT door or its EZproxy, whose addresses belong to the
   * deployment (docs/library.md). `group` is the EZproxy group of alumni. Which ones licences open to alumni, the library says.
   */
  library: {
    group: 'alumni',
    resources: [
      resource('cnki', 'ticket', '中国知网', 'CNKI', 'https://www.cnki.net/'),
      resource('wanfang', 'ticket', '万方数据', 'Wanfang Data', 'https://www.wanfangdata.com.cn/'),
      resource('web-of-science', 'ezproxy', 'Web of Science', 'Web of Science', 'https://www.webofscience.com/'),
      resource('ieee-xplore', 'ezproxy', 'IEEE Xplore', 'IEEE Xplore', 'https://ieeexplore.ieee.org/'),
    ],
  },
  points: [
    point('gate-east', 'gate', '东大门', 'East Gate', ['06:00', '22:30'], { east: 950, north: -60 }),
    point('gate-north', 'gate', '北大门', 'North Gate', ['06:00', '22:30'], { east: 120, north: 820 }),
    point('gate-west', 'gate', '西门', 'West Gate', ['06:00', '22:30'], { east: -880, north: 40 }),
    point('canteen-1', 'canteen', '第一食堂', 'Canteen 1', ['06:30', '20:30'], { east: 260, north: 310 }),
    point('library', 'library', '图书馆', 'Library', ['08:00', '22:00'], { east: 0, north: 0 }),
    point('shuttle', 'shuttle', '校园巴士', 'Campus shuttle', ['07:00', '21:30'], null),
  ],
} as const satisfies University

type University = {
  name: Bilingual
  shortName: Bilingual
  cardName: Bilingual
  alumniOffice: Bilingual
  colours: { accent: string; accentDark: string; accentSoft: string; accentSoftDark: string }
  contacts: readonly { office: Bilingual; phone: string }[]
  officeHours: readonly string[]
  address: Bilingual
  card: { numberPrefix: string; validityYears: number }
  review: { weekday: number; cutOff: string }
  consent: { privacy: string; document: string }
  officialAccount: { name: Bilingual; menu: { service: string; entry: string; url: string } }
  subscribeTemplates: AccountTemplates
  officialTemplates: AccountTemplates
  visitorSystem: string
  library: { group: string; resources: readonly LibraryResource[] }
  points: readonly Point[]
}

type AccountTemplates = Record<
  'review_result' | 'activation_open' | 'registration_open' | 'renewal_due',
  AccountTemplate
>

type AccountTemplate = {
  id: string
  title: string
  keys: Readonly<Record<string, 'what' | 'result' | 'note' | 'time'>>
}

/** The point of this name, or undefined. */
export function findPoint(id: string): Point | undefined {
  return university.points.find((each) => each.id === id)
}

/** The library's resource of this name, or undefined. */
export function findResource(id: string): LibraryResource | undefined {
  return university.library.resources.find((each) => each.id === id)
}

function resource(id: string, door: LibraryResource['door'], zh: string, en: string, target: string): LibraryResource {
  return { id, door, name: { zh, en }, target }
}

function point(
  id: string,
  kind: PointKind,
  zh: string,
  en: string,
  [opens, closes]: [string, string],
  place: Place | null,
): Point {
  return { id, kind, name: { zh, en }, opens, closes, classes: kind === 'library' ? [1] : [1, 2], place }
}

/**
 * The copy of one's data that everybody may take (product "Privacy"; PIPL art. 45): which parts it has, which columns,
 * and what kind of value stands in each. One table feeds both files: the workbook that WeChat opens, in the person's
 * language, and the JSON that another system reads. Never in it: digests, sealed texts, keys, colleagues and other
 * people.
 */
import { DAY, HOUR } from '../time/shanghai'

/** Copies that an account may take in a Shanghai day. */
export const COPIES_A_DAY = 3
/** How long the files of a copy lie in the storage, milliseconds. */
export const COPY_LIFETIME = HOUR
/** How long it stays on record that a copy was taken. */
export const COPY_KEPT = 90 * DAY
/** How long an address of a file opens it, seconds. */
export const COPY_ADDRESS_SECONDS = 1800
/** Names the JSON's shape; a column that changes its meaning gets a new number. */
export const COPY_FORMAT = 'alumni-ecard/my-data/1'

/** Closed lists whose values are said in words. */
export type CopyList =
  | ('stages' | 'decisions' | 'reasons' | 'documentTypes' | 'degrees' | 'cardStatuses' | 'verdicts' | 'ways')
  | ('markKinds' | 'outcomes' | 'cardReasons' | 'bindingStates' | 'events' | 'channels' | 'deliveryStates')
  | ('visitReasons' | 'visitStates' | 'visitOutcomes' | 'visitRefusals' | 'campusKinds' | 'roles' | 'whys')
  | ('joinReasons' | 'photos' | 'languages' | 'templates')

/** `time`: an instant; `point`: where a card is shown; the name of a list: a value of it. */
export type CopyKind = 'text' | 'time' | 'yes' | 'point' | CopyList

const study = {
  school: 'text',
  major: 'text',
  degree: 'degrees',
  entryYear: 'text',
  graduationYear: 'text',
  studentNumber: 'text',
} as const

export const copyColumns = {
  applications: {
    application: 'text',
    submittedAt: 'time',
    onPaper: 'yes',
    stage: 'stages',
    nameChinese: 'text',
    nameLatin: 'text',
    documentType: 'documentTypes',
    documentCountry: 'text',
    documentMasked: 'text',
    fullNumberHeld: 'yes',
    phone: 'text',
    email: 'text',
    language: 'languages',
  },
  studies: { application: 'text', ...study },
  results: {
    application: 'text',
    at: 'time',
    decision: 'decisions',
    reason: 'reasons',
    note: 'text',
    cardNumber: 'text',
  },
  views: { application: 'text', at: 'time', role: 'roles', why: 'whys' },
  consents: { at: 'time', privacyVersion: 'text', documentVersion: 'text' },
  cards: {
    cardNumber: 'text',
    cardStatus: 'cardStatuses',
    nameChinese: 'text',
    nameLatin: 'text',
    last4: 'text',
    phone: 'text',
    issuedAt: 'time',
    activatedAt: 'time',
    validUntil: 'text',
    changedAt: 'time',
    changeReason: 'cardReasons',
  },
  phones: { serial: 'text', cardNumber: 'text', boundAt: 'time', bindingState: 'bindingStates', validUntil: 'text' },
  scans: {
    at: 'time',
    point: 'point',
    verdict: 'verdicts',
    way: 'ways',
    online: 'yes',
    companions: 'text',
    serial: 'text',
  },
  marks: { at: 'time', markKind: 'markKinds', cardNumber: 'text', settledAt: 'time', outcome: 'outcomes' },
  visits: {
    askedAt: 'time',
    day: 'text',
    point: 'point',
    visitReason: 'visitReasons',
    note: 'text',
    visitState: 'visitStates',
    leaveBy: 'time',
    visitOutcome: 'visitOutcomes',
    refusal: 'visitRefusals',
    told: 'text',
  },
  messages: { at: 'time', event: 'events', channel: 'channels', deliveryState: 'deliveryStates', phoneMasked: 'text' },
  notices: { template: 'templates', left: 'text', at: 'time' },
  wishes: { since: 'time', phone: 'text' },
  archive: {
    nameChinese: 'text',
    nameLatin: 'text',
    ...study,
    importedAt: 'time',
  },
  campus: { campusKind: 'campusKinds', validUntil: 'text' },
  documents: { documentType: 'documentTypes', documentMasked: 'text', joinReason: 'joinReasons', at: 'time' },
  official: { follows: 'yes', boundAt: 'time' },
  photos: { photo: 'photos', name: 'text' },
  staff: { staffName: 'text', role: 'roles', since: 'time', until: 'time' },
  deletions: { askedAt: 'time', due: 'time' },
  copies: { at: 'time' },
} as const satisfies Record<string, Record<string, CopyKind>>

export type CopySection = keyof typeof copyColumns
type ColumnsOf<Section extends CopySection> = keyof (typeof copyColumns)[Section] & string
export type CopyColumn = { [Section in CopySection]: ColumnsOf<Section> }[CopySection]

/** Instants in milliseconds; '' and null are empty. */
export type CopyValue = string | number | boolean | null | undefined
export type CopyRow<Section extends CopySection> = Record<ColumnsOf<Section>, CopyValue>

/** Everything about a person, newest first in each part. */
export type PersonalData = { [Section in CopySection]: CopyRow<Section>[] }

export const copySections = Object.keys(copyColumns) as CopySection[]

/** The columns of a part, with their kinds, in order. */
export function columnsOf(section: CopySection): [CopyColumn, CopyKind][] {
  return Object.entries(copyColumns[section]) as [CopyColumn, CopyKind][]
}

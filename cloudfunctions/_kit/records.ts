/**
 * The shape of everything that is stored, one type per collection, and its natural key (`_id`). Natural keys carry
 * uniqueness: it then holds inside a transaction and needs no secondary index. No collection is readable by phones.
 */
import type { ImportCounts, ImportFailure, ImportState } from '../../domain/archive/api'
import type { CampusKind } from '../../domain/archive/import-cells'
import type { ImportKind, Mapping } from '../../domain/archive/import-kinds'
import type { FieldProblem } from '../../domain/archive/import-rows'
import type { ArchiveStudy } from '../../domain/archive/record'
import type { Follower, Link } from '../../domain/binding/link'
import type { CardStatus } from '../../domain/card/api'
import type { ScanWay } from '../../domain/gate/journal'
import type { MarkKind, MarkOutcome } from '../../domain/gate/marks'
import type { Document } from '../../domain/identity'
import type { Language } from '../../domain/language'
import type { Channel, Region } from '../../domain/notifications/channels'
import type { Delivery } from '../../domain/notifications/delivery'
import type { MessageEvent } from '../../domain/notifications/templates'
import type { Role, Settings } from '../../domain/office/api'
import type { AuditBlock, AuditEntry } from '../../domain/office/audit-chain'
import type { CardReason } from '../../domain/office/cards'
import type { ExportOrder, ExportState } from '../../domain/office/exports'
import type { DayFigures, ReasonCount } from '../../domain/office/figures'
import type { AliasView } from '../../domain/office/identity-api'
import type { DocumentView } from '../../domain/registration/api'
import type { Study } from '../../domain/registration/form'
import type { ApplicationLife, ReviewResult } from '../../domain/registration/life'
import type { PaperEntry } from '../../domain/registration/paper'
import type { BulkState } from '../../domain/review/bulk'
import type { Decision } from '../../domain/review/decision'
import type { Hold } from '../../domain/review/hold'
import type { MatchKind } from '../../domain/review/match-kind'
import type { Day, Instant } from '../../domain/time/shanghai'
import type { VisitOutcome, VisitReason, VisitRefusalReason, VisitState } from '../../domain/visitor/rules'

/** Where a walk through a collection stands (walk.ts): the last record's value of the ordering field, and its key. */
export type Place = { value: string | number; id: string; tied: boolean }

/** A text encrypted by sealed.ts. */
export type Sealed = string

/** Key: random. Document and phone number are stored sealed only. */
export type ApplicationRecord = ApplicationLife & {
  /** Null for a form on paper: its person has no account until they activate. */
  openid: string | null
  /** Entered on somebody's behalf. */
  paper?: PaperEntry
  /** Number of the older card that it asks for (domain/registration/older-card); null when there is none any more. */
  collects?: string | null
  /** Mirrors `decision`, so that the queue can be read by an index. */
  verdict: Decision['kind'] | 'undecided'
  /** Place in the queue: sorts by time of submission, unique. */
  position: string
  decision: Decision | null
  result: ReviewResult | null
  /** The round from which it was carried over last. */
  carriedFrom: Day | null
  /** Who has it in hand to decide it. */
  hold: Hold
  /** Results of earlier rounds, oldest first. */
  earlier: ReviewResult[]
  /** How many of them there are, so that the queue can be narrowed by it. */
  returnedBefore: number
  version: number
  language: Language
  consent: { privacy: string; document: string; at: Instant }
  nameChinese: string
  nameLatin: string
  /** As the search compares it (domain/review/search), from its first word on, its second, its last. */
  nameLatinKey: string
  nameLatinSecond?: string
  nameLatinLast?: string
  email: string
  studies: Study[]
  portrait: string
  proof: string
  documentType: Document['type']
  documentCountry: string
  documentMasked: string
  last4: string
  /** Keyed digest of the document (digest.ts), hex; of the identity when the document is an alias. */
  digest: string
  /** Null when it was shredded. */
  documentSealed: Sealed | null
  /** From when the days until shredding count: the decision or the withdrawal. Null before, and when it is done. */
  shredFrom: Instant | null
  phoneSealed: Sealed
  phoneMasked: string
  /** Who looked at the full document number, and when. */
  documentViews: DocumentView[]
  /** What the archive says, for lists; the page looks it up afresh. */
  match: MatchKind
  /** Names the import after which it was to be looked up again; '' at first (match-pending.ts). */
  matchAsked: string
}

/**
 * Keys: `document:<digest>` and `account:<openid>`. One person one identity, one account one card: both exist while an
 * application is live or a card exists, and nobody else can insert them.
 */
export type ClaimRecord = {
  application: string | null
  card: string | null
  openid: string | null
  /** The digest of the identity that this document was joined to; then the rest is null, for ever. */
  aliasOf?: string
}

/** Key: digest of the document that names the identity. The documents that were joined to it. */
export type IdentityRecord = { aliases: AliasRecord[] }

/** `by`: OPENID of the colleague, `byName` as staff see it. */
export type AliasRecord = AliasView & { digest: string; byName: string }

/** A phone that shows the card; embedded in the card so that showing it is one read. */
export type Binding = { serial: number; devicePublicKey: string; boundAt: Instant }

/** Key: card number. */
export type CardRecord = {
  class: number
  nameChinese: string
  nameLatin: string
  maskedName: string
  last4: string
  portrait: string
  phoneSealed: Sealed
  language: Language
  digest: string
  /** The account that may show it; before activation the one that applied. */
  openid: string | null
  application: string | null
  status: CardStatus
  /** The office's policy when it was issued; counted from activation. */
  validityYears: number
  issuedAt: Instant
  activatableFrom: Day
  activatedAt: Instant | null
  validUntil: Day | null
  binding: Binding | null
  /** The last change of state by staff. */
  change?: CardChangeRecord
  /** Of a card that was issued before this system and waits to be activated like a new one. */
  imported?: { issued: Day | null; at: Instant }
  /** The live application that asks for this older card. */
  askedFor?: string | null
} & Partial<ImportMarks>

/** `by`: OPENID of the colleague, `byName` as staff see it. */
export type CardChangeRecord = {
  status: CardStatus
  reason: CardReason
  note: string
  at: Instant
  by: string
  byName: string
}

/** Key: serial. Carries what a guard needs, so that a check is one read. A change of the card changes its binding, too. */
export type BindingRecord = {
  /** '' for a day pass. */
  cardNumber: string
  state: 'current' | 'replaced'
  cardStatus: CardStatus
  class: number
  maskedName: string
  last4: string
  portrait: string
  validUntil: Day
  boundAt: Instant
  /** The same as the key, as a number: lists are read in its order. */
  serial: number
  /** What status lists say of it; null: it is not on them. */
  listed: 'revoked' | 'suspended' | null
  /** Until when a credential issued before can still be shown; afterwards it leaves the lists. 0 when not listed. */
  listedUntil: Instant
}

/** Key: the sequence. Lists past their not-after are removed; the newest always stands. */
export type StatusListRecord = {
  sequence: number
  issued: Instant
  notAfter: Instant
  /** The signed list, base64. */
  bytes: string
}

/** Key: review day. Written by the timer and by closing; that a round is open follows from the clock alone. */
export type RoundRecord = {
  cutOff: Instant
  openedAt: Instant
  state: 'open' | 'closing' | 'closed'
  /** OPENID of the colleague who started closing, '' before; the timer goes on in their name. */
  startedBy: string
  startedAt: Instant
  /** They agreed that undecided applications go to the next round. */
  carryOver: boolean
  /** Applications that closing had before it when it was started. */
  total: number
  /** Names the call that is settling now, '' when none is; until when the others leave the work to it. */
  worker: string
  leaseUntil: Instant
  closedAt: Instant | null
  approved: number
  returned: number
  rejected: number
  carriedOver: number
  /** Why it returned and rejected, counted when it closed; rounds of an earlier version have none. */
  reasons?: ReasonCount[]
}

/**
 * Keys: `card-number`, the next unused counter; `marks`, the instant up to which arrived scans were judged;
 * `activation-open`, the first day whose cards were not announced yet; `renewal`, the first day whose reminders are not all
 * written, `after` the card up to which they are; `staff`, how often somebody's role was changed;
 * `figures`, the instant and key of the last scan that was counted; `figures-days`, the instant up to which days were counted.
 */
export type CounterRecord = { next: number; after?: string; tied?: boolean }

/** Key: whose, then the day: `account:<openid>:<day>`, `document:<digest>:<day>`, `look-up:…:<day>`, `phone-number:…`. `day` as in the key. */
export type AttemptRecord = { count: number; day: Day }

/** Key: `<event>:<subject>`, so that one event is one message; a copy by WeChat has `@wechat` behind it. */
export type MessageRecord = Delivery & {
  event: MessageEvent
  language: Language
  channel: Channel
  /** Codes and alarms go before everything else. */
  isUrgent: boolean
  region: Region
  /** Phone number, account and parameters, sealed JSON; null when it was removed. */
  letter: Sealed | null
  /** When the letter is removed; null afterwards. */
  letterUntil: Instant | null
  phoneMasked: string
  /** Sorts by time, unique. */
  position: string
  createdAt: Instant
  /** When nobody needs it any more; null: always. */
  goodUntil: Instant | null
  /** The provider's last refusal, a code. */
  refusal: string | null
}

/** Key: `<template>:<openid>`. How many subscribe messages the person has agreed to: one consent, one message. */
export type ConsentRecord = { left: number; at: Instant }

/**
 * Key: the photo's file name. A photo that no application needs, or none yet (uploads.ts); `openid` is '' when its person was deleted.
 * `removed`: its file is deleted; the record stays for a while, so that the photo cannot be handed in.
 */
export type UploadRecord = { openid: string; due: Instant; state: 'kept' | 'removed' }

/** Key: OPENID. Somebody asked for their data to be deleted; `running`: it is `due`, has begun and cannot be taken back. */
export type DeletionRecord = { askedAt: Instant; due: Instant; state: 'asked' | 'running' }

/**
 * Key: random. A copy of their data that somebody took. `files`: names under `copies/<key>/` in the storage, until they are removed;
 * written before the files are, so that none is forgotten.
 */
export type CopyRecord = { openid: string; at: Instant; until: Instant; files: string[]; state: 'kept' | 'removed' }

/** Key: OPENID. Somebody who waits for registration to open. `phoneSealed` is null when WeChat alone tells them. */
export type WishRecord = {
  since: Instant
  language: Language
  byWechat: boolean
  phoneSealed: Sealed | null
  phoneMasked: string
}

/** Key: random. Append-only: who did what to which record. Never personal data. Rules: domain/office/audit-chain. */
export type AuditRecord = Omit<AuditEntry, 'id'> & {
  /** Sorts by time, unique. */
  position: string
  /** The block that it is sealed in; null until then. */
  block: number | null
}

/** Key: the sequence, ten digits, so that two sealers cannot both seal the next block. */
export type AuditBlockRecord = AuditBlock

/** Key: OPENID. */
export type StaffRecord = { name: string; role: Role; since: Instant }

/** Key: OPENID. The role that somebody had last before it was changed or taken; its name still stands in the audit log. */
export type FormerStaffRecord = StaffRecord & { until: Instant }

/** Key: SHA-256 of the invitation code; `staff-bootstrap` for the first admin. */
export type InvitationRecord = {
  name: string
  role: Role
  expiresAt: Instant
  invitedBy: string
  usedBy: string | null
}

/** Key: `office`. `version` grows with every change by staff. */
export type SettingsRecord = Settings & { lastClosedRound: Day; version?: number }

/** Key: made on the guard's phone; for devices gate/device-journal.ts. */
export type ScanRecord = {
  at: Instant
  point: string
  verdict: string
  serial: number | null
  step: number | null
  online: boolean
  companions: number
  how: ScanWay
  /** OPENID of the guard; '' for a device. */
  guard: string
  /** Key of the device that asked. */
  device?: string
  /** Names a device's request, so that a repeated one gets the same answer. */
  request?: string
  receivedAt: Instant
}

/** Key: SHA-256 of what it follows from, so that the same scans make one mark. */
export type MarkRecord = {
  kind: MarkKind
  state: 'open' | 'settled'
  at: Instant
  /** Sorts by time, unique. */
  position: string
  serial: number
  cardNumber: string
  /** Keys of the scans, oldest first. */
  scans: string[]
  settled: { outcome: MarkOutcome; note: string; at: Instant; by: string } | null
}

/** Key: SHA-256 of the device's key, which is not stored. */
export type DeviceRecord = { name: string; point: string; addedAt: Instant; addedBy: string; revokedAt: Instant | null }

/**
 * Key: keyed hash of what names the study record (domain/archive/record.ts), so that importing it again finds it. Never an ID
 * number.
 */
export type ArchiveRecord = ArchiveStudy & {
  /** The folded forms of the name that it is found by (domain/archive/names.ts). */
  nameKeys: string[]
  importedAt: Instant
} & ImportMarks

/**
 * Which part of which import made a record, wrote it last and saw it last: `<import>/<first row of the chunk>`. By these marks a
 * chunk that is read again after a kill counts what it did, and a second row about the same record is noticed.
 */
export type ImportMarks = { origin: string; written: string; seen: string }

/** Key: digest of the document. Somebody who belongs to the university now (notice 5(1)); `until` is the last day. */
export type CampusIdentityRecord = { kind: CampusKind; until: Day | null } & ImportMarks

/** Key: random, also the name of the uploaded file. */
export type ImportRecord = ImportCounts & {
  kind: ImportKind
  state: ImportState
  failure: ImportFailure | ''
  /** As the person's file was called. */
  name: string
  /** Where it lies in the storage, and whether it still does. */
  file: string
  held: boolean
  /** SHA-256 of the file; '' before it was looked at. */
  hash: string
  format: FileFormat | null
  /** Headers by column, long numbers masked. */
  headers: string[]
  mapping: Mapping
  /** Up to where the file has been read: bytes or characters, and the row's number. */
  offset: number
  row: number
  createdAt: Instant
  finishedAt: Instant | null
  by: string
  byName: string
  /** Who works on it, a random name, and until when nobody else may. */
  worker: string
  leaseUntil: Instant
}

/** Key: random. A bulk approval of exact matches, from its sample on. */
export type BulkRecord = {
  round: Day
  state: BulkState
  sampledAt: Instant
  /** Keys of the applications that were shown. */
  sample: string[]
  /** OPENID of the colleague, `byName` as staff see it. */
  by: string
  byName: string
}

/** Key: Shanghai day. What the dashboard shows of it, counted by the timer (office/count-figures.ts). */
export type FiguresRecord = DayFigures

/** Key: random. A file that staff asked for; the file itself lies in the storage until `until`. */
export type ExportRecord = ExportOrder & {
  /** OPENID of who asked. */
  by: string
  state: ExportState
  createdAt: Instant
  /** How many rows there were when it was asked for. */
  total: number
  /** Rows in finished files, and in the one that is being written. */
  rows: number
  writing: number
  /** Finished files, oldest first. */
  files: { id: string; name: string; rows: number; bytes: number }[]
  /** Where the next file begins. */
  after: Place | null
  /** Until when a worker holds it; 0: nobody. */
  leaseUntil: Instant
  /** When its files are deleted, or the work is given up. */
  until: Instant
}

/** Key: `<import>/<first row>`. The bad rows of one chunk; never what stood in them. `position` sorts by row. */
export type ImportProblemsRecord = {
  import: string
  position: string
  problems: (FieldProblem & { row: number })[]
}

/** How a file is read. */
export type FileFormat =
  | { type: 'csv'; encoding: 'utf-8' | 'gb18030'; delimiter: string }
  | { type: 'xlsx'; sheet: string }

/** Key: SHA-256 of the document's digest and the day, so that one document has one visit a day. */
export type VisitRecord = {
  openid: string
  digest: string
  day: Day
  point: string
  reason: VisitReason
  note: string
  state: VisitState
  outcome: VisitOutcome
  /** Of the pass: when its visitor has to have left (domain/visitor/leaving); absent before there was such a moment. */
  leaveBy?: Instant | null
  askedAt: Instant
  language: Language
  /** Of the phone that asked: the pass is bound to it. */
  devicePublicKey: string
  maskedName: string
  last4: string
  portrait: string
  /** Where the identity comes from: an application or a card. */
  application: string | null
  cardNumber: string | null
  /** Of the pass; null until it was approved. */
  serial: number | null
  /** By staff; null by rule or not yet. `by`: OPENID of the colleague, `byName` as staff see it. */
  decision: { reason: VisitRefusalReason | null; note: string; at: Instant; by: string; byName: string } | null
}

/** Key: SHA-256 of the document's digest and the month 'YYYY-MM'. The days of its visits that count; what two requests at once meet at. */
export type VisitMonthRecord = { month: string; days: Day[] }

/** Key: the follower's OPENID at the official account. */
export type FollowerRecord = Follower

/** Key: UnionID. A person's two accounts, known as one (domain/binding/link). */
export type OfficialLinkRecord = Link

/** Key: domain/binding/event. What WeChat's server has told already; it sends again what it believes unanswered. */
export type OfficialEventRecord = { at: Instant }

/** Key: `official-account`. The access token that everybody uses (domain/binding/token). */
export type OfficialTokenRecord = {
  token: Sealed
  expiresAt: Instant
  /** Rises with every renewal: a renewal or a complaint about an older one changes nothing. */
  generation: number
  /** WeChat refused it before its time, so a new one has to be asked for. */
  refused: boolean
  /** Until when somebody is renewing it. */
  leaseUntil: Instant
}

export type Records = {
  applications: ApplicationRecord
  claims: ClaimRecord
  identities: IdentityRecord
  cards: CardRecord
  bindings: BindingRecord
  rounds: RoundRecord
  counters: CounterRecord
  attempts: AttemptRecord
  outbox: MessageRecord
  consents: ConsentRecord
  wishes: WishRecord
  uploads: UploadRecord
  deletions: DeletionRecord
  copies: CopyRecord
  audit: AuditRecord
  auditBlocks: AuditBlockRecord
  staff: StaffRecord
  formerStaff: FormerStaffRecord
  invitations: InvitationRecord
  settings: SettingsRecord
  scans: ScanRecord
  statusLists: StatusListRecord
  marks: MarkRecord
  devices: DeviceRecord
  archive: ArchiveRecord
  bulks: BulkRecord
  figures: FiguresRecord
  exports: ExportRecord
  campusIdentities: CampusIdentityRecord
  imports: ImportRecord
  importProblems: ImportProblemsRecord
  visits: VisitRecord
  visitMonths: VisitMonthRecord
  followers: FollowerRecord
  officialLinks: OfficialLinkRecord
  officialEvents: OfficialEventRecord
  officialTokens: OfficialTokenRecord
}
export type CollectionName = keyof Records

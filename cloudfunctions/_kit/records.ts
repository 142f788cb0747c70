/**
 * What each collection holds: a type for its records, and in its comment their natural key (`_id`). Natural keys carry
 * uniqueness: it then holds inside a transaction and needs no secondary index. No collection is readable by phones.
 */
import type { ArchiveRecord, CampusIdentityRecord, ImportProblemsRecord, ImportRecord } from './records/archive'
import type { FollowerRecord, OfficialEventRecord, OfficialLinkRecord, OfficialTokenRecord } from './records/binding'
import type { BindingRecord, CardRecord } from './records/card'
import type { AttemptRecord, CounterRecord } from './records/counters'
import type { DeviceRecord, MarkRecord, ScanRecord, StatusListRecord } from './records/gate'
import type { IdentityRecord } from './records/identity'
import type { ConsentRecord, MessageRecord, WishRecord } from './records/notifications'
import type {
  AuditBlockRecord,
  AuditRecord,
  ExportRecord,
  FiguresRecord,
  FormerStaffRecord,
  InvitationRecord,
  SettingsRecord,
  StaffRecord,
} from './records/office'
import type { AgreementRecord, CopyRecord, DeletionRecord, KeyRotationRecord, UploadRecord } from './records/privacy'
import type { ApplicationRecord, ClaimRecord } from './records/registration'
import type { BulkRecord, RoundRecord } from './records/review'
import type { VisitMonthRecord, VisitRecord } from './records/visitor'

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
  agreements: AgreementRecord
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
  keyRotations: KeyRotationRecord
}
export type CollectionName = keyof Records

/**
 * The only things of domain/ that every phone receives. tools/build bundles this file to miniprogram/lib/domain.js; what is
 * exported neither here nor in client-guard.ts never reaches a phone. Types are free: they leave no code behind. What stands in
 * an index.ts is taken from its own file: the index would bring everything it mentions into what both packages share.
 */
export type { ActivationReplies, ActivationRequest } from './activation/api'
export type { Agreement, AgreementReason, Comparison } from './archive/agreement'
export type {
  ArchiveReplies,
  ArchiveRequest,
  ImportCounts,
  ImportState,
  ImportView,
  Preview,
  ReportedProblem,
} from './archive/api'
export {
  fieldsOf,
  type ImportField,
  type ImportKind,
  importKinds,
  type Mapping,
  MOST_MEGABYTES,
  missingFields,
} from './archive/import-kinds'
export { type ReportWords, reportText } from './archive/import-report'
export type { Names } from './archive/names'
export type { BindingReplies, BindingRequest, MenuChange, MenuLine, MenuView, OfficialView } from './binding/api'
export type { CardReplies, CardRequest, CardStatus, CardView, CredentialView } from './card/api'
export { groupCardNumber, isImportedCardNumber, normaliseCardNumber } from './card/number'
export { isExpired } from './card/term'
export type { GateReplies, GateRequest, HolderView, PassKeys, Scan } from './gate/api'
export type { ScanWay } from './gate/journal'
export { type MarkKind, type MarkOutcome, markOutcomes } from './gate/marks'
export type { StatusList, StatusListRefusal } from './gate/status-list-layout'
export * from './identity'
export { type JoinReason, joinReasons } from './identity/aliases'
export { type LookUpReason, lookUpReasons } from './identity/look-up'
export type { Language } from './language'
export { languages } from './language'
export type { LibraryReplies, LibraryRequest } from './library/api'
export type {
  MessageCounts,
  MessageList,
  MessageView,
  NotificationsReplies,
  NotificationsRequest,
  WishView,
} from './notifications/api'
export type { SubscribeTemplate } from './notifications/channels'
export type { FailureKind } from './notifications/failures'
export { templatesInUse } from './notifications/subscribe'
export type { MessageEvent } from './notifications/templates'
export { mayCall } from './office/access'
export type {
  DeviceView,
  InvitationView,
  MarkView,
  MemberView,
  OfficeCard,
  OfficeReplies,
  OfficeRequest,
  Role,
  ScanView,
  Settings,
  StaffView,
} from './office/api'
export type { AuditEntryView } from './office/audit-api'
export type { AuditHead, AuditProblem } from './office/audit-chain'
export type { AuditFigure } from './office/audit-details'
export { type CardReason, cardReasons, type SettableStatus } from './office/cards'
export type { Dashboard } from './office/dashboard-api'
export {
  type ExportContent,
  type ExportFormat,
  type ExportScope,
  type ExportState,
  exportContents,
  exportFormats,
  mayHoldDocuments,
} from './office/exports'
export type { ExportView } from './office/exports-api'
export type { IdentityReference, IdentityView } from './office/identity-api'
export { type DashboardPeriod, dashboardPeriods } from './office/periods'
export { type PolicyName, type PolicyUnit, policies, policyNames } from './office/policies'
export { fromHex, toHex } from './pass/bytes'
export { type ClockReading, learnTime, readClock, type ServerClock, unsetClock } from './pass/clock'
export type { Decision, GateContext, SeenSteps, SerialStatus } from './pass/decide'
export { devicePublicKey, deviceSigner, type Signer } from './pass/device-key'
export { passClass } from './pass/layout'
export { passMatrix, type QrMatrix } from './pass/qr'
export { isChallenge, showPass } from './pass/show'
export { STEP_MS, stepEndsIn, stepOf } from './pass/step'
export { isAdmission, type Signal, type VerdictCode } from './pass/verdicts'
export type { GateKeys } from './pass/verified'
export { warmShow } from './pass/warm'
export type { CopyFile, PrivacyOverview, PrivacyReplies, PrivacyRequest } from './privacy/api'
export { DRAFT_PHOTO_LIFETIME } from './privacy/retention'
export type { RefusalCode } from './refusals'
export type { ApplicationView, RegistrationReplies, RegistrationRequest } from './registration/api'
export {
  type ApplicationForm,
  checkContact,
  checkDocument,
  checkForm,
  checkNames,
  checkPhotos,
  checkStudies,
  type Degree,
  degrees,
  type FieldCode,
  type FieldErrors,
  limits,
  needsLatinName,
  type Study,
} from './registration/form'
export { hasLostCard, type Stage } from './registration/life'
export { checkPhone, maskPhone, normalisePhone } from './registration/phone'
export type { RenewalReplies, RenewalRequest } from './renewal/api'
export { type Result, refuse } from './result'
export type {
  ReviewApplication,
  ReviewReplies,
  ReviewRequest,
  RoundView,
} from './review/api'
export { type RegistrationState, reviewDaysWithin } from './review/calendar'
export type { Candidate, FieldMatch } from './review/candidate'
export type { ClosingProgress } from './review/closing-api'
export { NOTE_MAX, rejectReasons, returnReasons, type Verdict } from './review/decision'
export type { DuplicateReason } from './review/duplicates'
export { HOLD_LASTS } from './review/hold'
export type { Match } from './review/match'
export type { SampleItem } from './review/match-api'
export { type MatchKind, matchKinds } from './review/match-kind'
export { type Sample, secondsLeft } from './review/pace'
export { type Hands, hands, type Narrowing, type QueueFilter, queueFilters } from './review/queue'
export type { OwnDecision, QueueItem } from './review/queue-api'
export type { StudyField } from './review/study-comparison'
export { addDays, type Day, dayOf, type Instant, startOf, timeOf, weekdayOf } from './time/shanghai'
export { type Bilingual, type LibraryResource, type Point, type PointKind, university } from './university'
export type { StaffVisit, VisitList, VisitorReplies, VisitorRequest, VisitView } from './visitor/api'
export { type VisitRefusalReason, visitRefusalReasons } from './visitor/decision'
export { type VisitReason, type VisitState, visitReasons, visitWindow } from './visitor/rules'

/**
 * What of each collection goes into a person's copy of their data. A new collection does not compile without a line
 * here: either the parts of the copy that it feeds, or why it holds nothing to give
 * (test/cloudfunctions/privacy/copy.test.ts reads both).
 */
import type { CopySection } from '../../domain/privacy/copy'
import type { CollectionName } from '../_kit/records'

type Scope = { parts: readonly CopySection[] } | { why: string }

const parts = (...names: CopySection[]): Scope => ({ parts: names })
const none = (why: string): Scope => ({ why })

export const copyScope: Record<CollectionName, Scope> = {
  applications: parts('applications', 'studies', 'results', 'views', 'photos', 'consents'),
  cards: parts('cards', 'photos'),
  bindings: parts('phones'),
  scans: parts('scans'),
  marks: parts('marks'),
  visits: parts('visits'),
  outbox: parts('messages'),
  consents: parts('notices'),
  wishes: parts('wishes'),
  archive: parts('archive'),
  campusIdentities: parts('campus'),
  identities: parts('documents'),
  officialLinks: parts('official'),
  followers: parts('official'),
  uploads: parts('photos'),
  staff: parts('staff'),
  formerStaff: parts('staff'),
  deletions: parts('deletions'),
  copies: parts('copies'),
  agreements: parts('consents'),
  claims: none('repeats by digest what applications and cards say'),
  visitMonths: none('repeats by digest the days of visits'),
  attempts: none('counts without content, removed after two days'),
  audit: none('the work of colleagues; looks, decisions and changes about a person stand in applications and cards'),
  auditBlocks: none('hashes over the audit log'),
  officialEvents: none('names of events that WeChat has told, removed after some days'),
  exports: none('orders of colleagues'),
  imports: none('work of colleagues'),
  importProblems: none('row numbers without content'),
  bulks: none('work of colleagues; names applications by their number'),
  invitations: none('of colleagues who have not come yet'),
  rounds: none('the office'),
  counters: none('the office'),
  settings: none('the office'),
  figures: none('sums'),
  statusLists: none('serials of ended cards, for gates'),
  devices: none('turnstiles'),
  keyRotations: none('how far the exchange of a key is'),
  officialTokens: none('the university’s own token'),
}

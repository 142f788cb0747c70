/** What an entry of the audit log says beside who did what to which record. Never personal data. */

/** What may be counted. A new figure needs words in miniprogram/staff/words/audit-*.ts, or it does not compile. */
export type AuditFigure =
  // A round that was closed, and one whose closing began.
  | 'approved'
  | 'returned'
  | 'rejected'
  | 'carriedOver'
  | 'total'
  // Rows of imports and exports.
  | 'rows'
  | 'fresh'
  | 'changed'
  | 'unchanged'
  | 'bad'
  // Messages sent again, applications looked at before a bulk approval, records moved to new keys, versions of the settings.
  | 'count'
  | 'sample'
  | 'moved'
  | 'version'

/** What is said in a word: a value of a closed list, a day, yes or no, the key of another record. */
export type AuditWord =
  | 'kind'
  | 'reason'
  // People and devices.
  | 'role'
  | 'from'
  | 'point'
  // What was looked up by what, and why it was refused.
  | 'by'
  | 'refused'
  // Reviews.
  | 'round'
  | 'bulk'
  | 'carryOver'
  // Cards, marks and messages.
  | 'status'
  | 'revoked'
  | 'outcome'
  | 'event'
  // Exports, and the days that they are of (`from` with them).
  | 'content'
  | 'format'
  | 'documents'
  | 'file'
  | 'to'
  // The menu of the official account: its versions, and WeChat's refusal.
  | 'before'
  | 'after'
  | 'code'
  | 'number'

export type AuditDetails = { readonly [Name in AuditFigure]?: number } & { readonly [Name in AuditWord]?: string }

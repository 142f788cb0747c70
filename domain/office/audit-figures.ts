/** What an entry of the audit log may count. A new figure needs words in miniprogram/staff/words/audit-*.ts, or it does not compile. */
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

/**
 * The collections and their indexes. The emulator and the deployment create them from this list; the store only reads
 * by an index that stands here. What the records hold: records.ts.
 */
import type { CollectionName } from './records'

export type Index = {
  name: string
  keys: readonly { field: string; direction: 1 | -1 }[]
  unique: boolean
}

const index = (name: string, ...fields: string[]): Index => ({
  name,
  keys: fields.map((field) => ({ field, direction: 1 as const })),
  unique: false,
})

const indexes: Record<CollectionName, readonly Index[]> = {
  applications: [
    index('account', 'openid', 'submittedAt'),
    index('queue', 'status', 'verdict', 'position'),
    index('result', 'result.round', 'result.kind'),
    index('carried', 'carriedFrom'),
    index('match', 'status', 'verdict', 'match', 'position'),
    index('bulk', 'decision.bulk', 'status'),
    index('name', 'nameChinese'),
    index('name in letters', 'nameLatin'),
    index('lists', 'status', 'verdict', 'round', 'reviewFrom'),
    index('decided', 'decision.by', 'decision.at'),
    index('name as searched', 'nameLatinKey'),
    index('name by its second word', 'nameLatinSecond'),
    index('name by its last word', 'nameLatinLast'),
    index('last4', 'last4'),
    index('document', 'digest'),
    index('round', 'round', 'position'),
    index('shred', 'shredFrom'),
    index('paper', 'paper.by', 'verdict'),
  ],
  claims: [],
  identities: [],
  cards: [
    index('account', 'openid', 'issuedAt'),
    index('activatable', 'status', 'activatableFrom', '_id'),
    index('ending', 'status', 'validUntil', '_id'),
    index('name', 'nameChinese'),
    index('name in letters', 'nameLatin'),
    index('issued', 'issuedAt'),
    index('document', 'digest'),
    index('activated', 'activatedAt'),
  ],
  bindings: [
    index('card', 'cardNumber', 'boundAt'),
    index('listed', 'listed', 'serial'),
    index('outlived', 'listed', 'listedUntil'),
  ],
  rounds: [index('closed', 'closedAt')],
  counters: [],
  attempts: [index('day', 'day')],
  outbox: [
    index('due', 'state', 'isUrgent', 'nextAttemptAt'),
    index('abandoned', 'state', 'leaseUntil'),
    index('list', 'state', 'position'),
    index('uncertain', 'uncertain', 'position'),
    index('letters', 'letterUntil'),
  ],
  consents: [],
  uploads: [index('due', 'state', 'due'), index('account', 'openid')],
  deletions: [index('due', 'due')],
  agreements: [index('account', 'openid', 'at')],
  copies: [index('account', 'openid', 'at'), index('due', 'state', 'until')],
  wishes: [index('waiting', 'since')],
  audit: [
    index('time', 'position'),
    index('who', 'by', 'position'),
    index('what', 'action', 'position'),
    index('sealed', 'block', 'position'),
  ],
  auditBlocks: [index('chain', 'sequence')],
  staff: [index('since', 'since')],
  formerStaff: [index('until', 'until')],
  invitations: [index('open', 'usedBy', 'expiresAt')],
  settings: [],
  scans: [index('card', 'serial', 'at'), index('arrived', 'receivedAt', '_id'), index('time', 'at', '_id')],
  statusLists: [index('newest', 'sequence'), index('outlived', 'notAfter')],
  marks: [index('list', 'state', 'position'), index('card', 'cardNumber', 'state'), index('time', 'at', '_id')],
  devices: [index('added', 'addedAt')],
  archive: [index('document', 'digest'), index('name', 'nameKeys', 'entryYear')],
  bulks: [index('round', 'round', 'sampledAt')],
  figures: [],
  followers: [index('look-up', 'lookUp', 'changedAt')],
  officialLinks: [index('account', 'openid')],
  officialEvents: [index('time', 'at')],
  officialTokens: [],
  keyRotations: [],
  exports: [index('maker', 'by', 'createdAt'), index('due', 'state', 'until')],
  campusIdentities: [],
  imports: [
    index('newest', 'createdAt'),
    index('state', 'state', 'createdAt'),
    index('held', 'held', 'createdAt'),
    index('same', 'hash', 'state'),
  ],
  visits: [
    index('account', 'openid', 'day'),
    index('lists', 'state', 'day'),
    index('settling', 'outcome', 'day'),
    index('person', 'digest', 'outcome'),
  ],
  visitMonths: [index('month', 'month')],
  importProblems: [index('import', 'import', 'position')],
}

/** What the emulator and the deployment create. */
export const collections = Object.entries(indexes).map(([name, list]) => ({
  name: name as CollectionName,
  indexes: list,
}))

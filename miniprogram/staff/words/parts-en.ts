/** The words of what several of the staff’s pages show: the menu, the sheet of reasons, lines of scans; in English. */
import type { menu as menuZh, scans as scansZh, sheet as sheetZh } from './parts-zh'
import type { Shape } from './shape'

export const menu: Shape<typeof menuZh> = {
  card: 'Cards',
  decisions: 'Mine',
  bulk: 'Bulk',
  marks: 'Marks',
  visitors: 'Visitors',
  messages: 'Messages',
  dashboard: 'Figures',
  imports: 'Import',
  menu: 'Menu',
  devices: 'Devices',
  people: 'Staff',
  settings: 'Settings',
  audit: 'Log',
  paper: 'Paper',
  identity: 'Join',
  badged: '{name}, {count} open',
  more: 'All',
  fold: 'Show less',
  groups: { review: 'Review', cards: 'Cards and holders', office: 'Office', system: 'System' },
}

export const sheet: Shape<typeof sheetZh> = {
  note: 'Note',
  noteNeeded: 'Note (required)',
  left: '{count} / {max}',
  reasonMissing: 'Please choose one',
  noteMissing: 'For “Other”, please add a note',
  cancel: 'Cancel',
}

export const scans: Shape<typeof scansZh> = {
  leaving: 'left',
  lookUp: 'by number',
  companions: 'with {count} more',
  offline: 'offline',
}

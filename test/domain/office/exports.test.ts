/** Who may export what, and what the files are called. */

import { exportColumns, exportWords } from '../../../domain/office/export-words'
import { checkExport, type ExportOrder, type ExportScope, exportFileName } from '../../../domain/office/exports'

const order = (scope: ExportScope, more: Partial<ExportOrder> = {}): ExportOrder => ({
  scope,
  format: 'xlsx',
  language: 'zh',
  documents: false,
  reason: '',
  ...more,
})
const scans = (from: string, to: string): ExportScope => ({ content: 'scans', from, to })
const code = (asked: ExportOrder, role: 'reviewer' | 'admin' = 'reviewer') => {
  const checked = checkExport(asked, role)
  return checked.ok ? 'ok' : checked.code
}

test('a reviewer may export applications, cards, scans and marks without ID numbers', () => {
  expect(code(order({ content: 'applications', round: '2027-03-04' }))).toBe('ok')
  expect(code(order({ content: 'cards' }))).toBe('ok')
  expect(code(order(scans('2027-03-01', '2027-03-01')))).toBe('ok')
  expect(code(order({ content: 'marks', from: '2027-03-01', to: '2027-03-31' }))).toBe('ok')
})

test('the audit log is for administrators', () => {
  const audit = order({ content: 'audit', from: '2027-03-01', to: '2027-03-31' })
  expect(code(audit)).toBe('not_allowed')
  expect(code(audit, 'admin')).toBe('ok')
})

test('ID numbers are for administrators, for applications and cards, and with a reason', () => {
  const asked = { documents: true, reason: ' 公安机关核查 ' }
  expect(code(order({ content: 'cards' }, asked))).toBe('not_allowed')
  expect(code(order({ content: 'cards' }, asked), 'admin')).toBe('ok')
  expect(code(order({ content: 'cards' }, { ...asked, reason: '  a ' }), 'admin')).toBe('export_reason_missing')
  expect(code(order(scans('2027-03-01', '2027-03-01'), asked), 'admin')).toBe('not_allowed')
})

test.each([
  ['2027-03-02', '2027-03-01'],
  ['2027-02-30', '2027-03-01'],
  ['2027-03-01', '2027-13-01'],
  ['2026-01-01', '2027-01-02'],
])('%s to %s is no period', (from, to) => {
  expect(code(order(scans(from, to)))).toBe('export_period_invalid')
})

test('a year and a day is the longest', () => {
  expect(code(order(scans('2026-01-01', '2027-01-01')))).toBe('ok')
})

test('a round must be a day that exists', () => {
  expect(code(order({ content: 'applications', round: '2027-02-30' }))).toBe('export_period_invalid')
})

test('names say what is in the file; several files are numbered', () => {
  const today = '2027-03-05'
  expect(exportFileName(order({ content: 'cards' }), 0, today, true)).toBe('cards-2027-03-05.xlsx')
  expect(exportFileName(order({ content: 'cards' }, { format: 'csv' }), 1, today, false)).toBe('cards-2027-03-05-2.csv')
  expect(exportFileName(order(scans('2027-03-01', '2027-03-01')), 0, today, true)).toBe('scans-2027-03-01.xlsx')
  expect(exportFileName(order(scans('2027-03-01', '2027-03-07')), 0, today, true)).toBe(
    'scans-2027-03-01-2027-03-07.xlsx',
  )
  expect(exportFileName(order({ content: 'applications', round: '2027-03-04' }), 0, today, true)).toBe(
    'applications-2027-03-04.xlsx',
  )
})

test.each(['zh', 'en'] as const)('every column has a head of its own (%s)', (language) => {
  const { heads } = exportWords[language]
  expect(Object.keys(heads).sort()).toEqual([...exportColumns].sort())
  expect(new Set(Object.values(heads)).size).toBe(exportColumns.length)
})

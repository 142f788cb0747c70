/** What cells and rows of imported files mean, and what is said about those that mean nothing. */
import fc from 'fast-check'
import { tidyCell } from '../../../domain/archive/import-cells'
import { readDay, readYear } from '../../../domain/archive/import-days'
import { findHeader, proposeMapping } from '../../../domain/archive/import-headers'
import { importKinds, type Mapping, missingFields } from '../../../domain/archive/import-kinds'
import { previewCell } from '../../../domain/archive/import-privacy'
import { reportText } from '../../../domain/archive/import-report'
import { isBlank, readRow, rowProblems } from '../../../domain/archive/import-rows'
import { normaliseNumber } from '../../../domain/identity'

const TODAY = '2027-03-01'
const ID = '321102199001010011'
const mapping: Mapping = { nameChinese: 0, documentNumber: 1, entryYear: 2, graduationYear: 3, degree: 4, school: 5 }
const alumni = (...cells: string[]) => readRow('alumni', cells, mapping, TODAY)
const problemOf = (row: ReturnType<typeof alumni>) => (row.ok ? null : row.problems)

test('a whole row, written full-width and with blanks', () => {
  const number = [...ID].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join('')
  expect(alumni(' 李 晓明 ', ` ${number} `, '２００８级', '2012年6月', '全日制本科', '汽车学院')).toEqual({
    ok: true,
    value: {
      document: { type: 'resident_id', country: 'CHN', number: ID },
      nameChinese: '李晓明',
      nameLatin: '',
      school: '汽车学院',
      major: '',
      degree: 'bachelor',
      entryYear: 2008,
      graduationYear: 2012,
      studentNumber: '',
    },
  })
})

test.each([
  ['an ID number that Excel rounded', ['李晓明', '3.21102199001010E+17'], 'documentNumber', 'cell_scientific'],
  ['a wrong check digit', ['李晓明', '321102199001010012'], 'documentNumber', 'document_check_digit'],
  ['a birthday that does not exist', ['李晓明', '321102199002300011'], 'documentNumber', 'document_date'],
  ['letters that are no number', ['李晓明', '无'], 'documentNumber', 'document_shape'],
  ['a passport without a country', ['李晓明', 'A01234567'], 'documentNumber', 'cell_document_type'],
  ['no name', ['', ID], 'nameChinese', 'cell_missing'],
  ['digits in a name', ['李2', ID], 'nameChinese', 'cell_name'],
  ['another encoding', ['\ufffd\ufffd', ID], 'nameChinese', 'cell_garbled'],
  ['a broken formula', ['#REF!', ID], 'nameChinese', 'cell_formula_error'],
  ['a story', ['李'.repeat(61), ID], 'nameChinese', 'cell_too_long'],
  ['a year that is none', ['李晓明', ID, '去年'], 'entryYear', 'cell_year'],
  ['a year before the school was there', ['李晓明', ID, '1901'], 'entryYear', 'cell_year'],
  ['years in the wrong order', ['李晓明', ID, '2012', '2008'], 'graduationYear', 'cell_year_order'],
  ['a degree that is none', ['李晓明', ID, '', '', '其它么'], 'degree', 'cell_degree'],
])('%s', (_, cells, field, problem) => {
  expect(problemOf(alumni(...cells))).toEqual([{ field, problem }])
})

test.each([
  ['2020-01-05', '2020-01-05'],
  ['2020/1/5', '2020-01-05'],
  ['2020.1.5', '2020-01-05'],
  ['20200105', '2020-01-05'],
  ['2020年1月5日', '2020-01-05'],
  ['2020-01-05 00:00:00', '2020-01-05'],
  ['2020-01-05T08:30:00.000Z', '2020-01-05'],
  ['43835', '2020-01-05'],
  ['43835.5', '2020-01-05'],
  ['', null],
  ['长期', null],
  ['2020-02-30', undefined],
  ['soon', undefined],
  ['12', undefined],
])('a day written as "%s"', (text, day) => {
  expect(readDay(text)).toBe(day)
})

test.each([
  ['2012', 2012],
  ['2012.0', 2012],
  ['2012届', 2012],
  ['201206', 2012],
  ['20120630', 2012],
  ['2012/6/30', 2012],
  ['41090', 2012],
  ['', null],
  ['12', undefined],
  ['20129', undefined],
])('a year written as "%s"', (text, year) => {
  expect(readYear(text)).toBe(year)
})

test('documents of every kind are told by their type, or by their shape', () => {
  const columns: Mapping = { campusKind: 0, documentType: 1, documentNumber: 2, documentCountry: 3 }
  const read = (...cells: string[]) => readRow('campus', ['教师', ...cells], columns, TODAY)
  const type = (...cells: string[]) => {
    const row = read(...cells)
    return row.ok ? row.value.document.type : row.problems
  }
  expect(type('', 'H12345678')).toBe('travel_permit_hk_macao')
  expect(type('台胞证', '12345678')).toBe('travel_permit_taiwan')
  expect(type('护照', 'a0123 4567', 'nga')).toBe('passport')
  expect(type('', 'A01234567', 'NGA')).toBe('passport')
  expect(type('护照', 'A01234567', 'XXZ')).toEqual([{ field: 'documentCountry', problem: 'document_country' }])
  expect(type('月票', '12345678')).toEqual([{ field: 'documentType', problem: 'cell_document_type' }])
})

test('a title, a remark and merged headers stand above the rows', () => {
  const found = findHeader('alumni', [
    ['江苏大学 2012 届校友'],
    [],
    ['姓名', '证件', '', '学习经历', ''],
    ['', '证件号码（必填）', '证件类型', ' 学 院 ', '毕业时间'],
    ['李晓明', ID, '', '汽车学院', '2012'],
  ])
  expect(found).toEqual({ at: 3, headers: ['姓名', '证件号码（必填）', '证件类型', '学 院', '毕业时间'] })
  expect(proposeMapping('alumni', found!.headers)).toEqual({
    nameChinese: 0,
    documentNumber: 1,
    documentType: 2,
    school: 3,
    graduationYear: 4,
  })
})

test('English headers are recognised; of two with one meaning the first is taken', () => {
  const headers = ['Full Name', 'Student ID', 'ID number', 'Name', 'Graduation year']
  expect(proposeMapping('alumni', headers)).toEqual({
    nameChinese: 0,
    studentNumber: 1,
    documentNumber: 2,
    graduationYear: 4,
  })
})

test('every kind says which columns it lacks', () => {
  expect(importKinds.map((kind) => missingFields(kind, {}).length)).toEqual([2, 2, 3])
  expect(missingFields('cards', { cardNumber: 0, nameLatin: 1, documentNumber: 2 })).toEqual([])
})

test('any cells give a value or problems, never a throw, and problems never quote a cell', () => {
  const cell = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom(ID, '2012', '43835', '本科', '教师', '8000000001'),
  )
  const places: Mapping = { ...mapping, campusKind: 0, cardNumber: 2, phone: 3, until: 4, nameLatin: 5 }
  fc.assert(
    fc.property(fc.constantFrom(...importKinds), fc.array(cell, { maxLength: 7 }), (kind, cells) => {
      const row = readRow(kind, cells, places, TODAY)
      if (!row.ok) {
        const told = JSON.stringify(row.problems)
        expect(cells.filter((text) => text.length > 20 && told.includes(text))).toEqual([])
        expect(row.problems.length).toBeGreaterThan(0)
      }
    }),
  )
})

test('spelling does not matter: a row with blanks around its cells reads the same', () => {
  const padded = fc
    .array(fc.constantFrom(' ', '\u3000', '\t', '\u200b'), { maxLength: 3 })
    .map((blanks) => blanks.join(''))
  fc.assert(
    fc.property(padded, padded, (before, after) => {
      const cells = ['李晓明', ID, '2008', '2012', '本科', '汽车学院']
      expect(alumni(...cells.map((text) => before + text + after))).toEqual(alumni(...cells))
    }),
  )
})

test('blank rows are blank whatever blanks they are made of', () => {
  expect(isBlank(['', ' ', '\u3000', '\u200b\ufeff'])).toBe(true)
  expect(isBlank(['', '0'])).toBe(false)
  expect(tidyCell('\ufeff 甲 \n 乙 ')).toBe('甲 乙')
})

test('previews mask what could be a document or a phone, whatever stands around it', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (before, after) => {
      fc.pre(!/[\dA-Za-z]$/.test(before) && !/^[\dA-Za-z]/.test(after))
      expect(previewCell(`${before}${ID}${after}`, false)).not.toContain(ID)
      expect(previewCell(`${before}13800000001${after}`, false)).not.toContain('13800000001')
    }),
  )
  expect(previewCell('A01234567', true)).toBe('A******67')
  expect(previewCell('3000000001', false)).toBe('3000000001')
  expect(normaliseNumber(previewCell(ID, false))).toBe('321***********0011')
})

test('the report opens in Excel, quotes what needs it and runs nothing', () => {
  const problems = Object.fromEntries([...rowProblems].map((code) => [code, 'a "reason"'])) as never
  const words = { row: 'Row', column: 'Column', reason: 'Reason', wholeRow: 'Whole row', problems }
  const text = reportText(
    [
      { row: 3, column: '=cmd()', problem: 'row_twice' },
      { row: 4, column: '', problem: 'row_twice' },
    ],
    words,
  )
  expect(text).toBe(
    '\ufeff"Row","Column","Reason"\r\n"3","\'=cmd()","a ""reason"""\r\n"4","Whole row","a ""reason"""\r\n',
  )
})

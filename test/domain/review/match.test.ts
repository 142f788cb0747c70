/** The archive match: exact, differs, several, unknown, and what stands beside what. */
import fc from 'fast-check'
import { foldName } from '../../../domain/archive/name-comparison'
import { nameKeys } from '../../../domain/archive/names'
import type { OnRecord, Sought } from '../../../domain/review/candidate'
import { MOST_CANDIDATES, match } from '../../../domain/review/match'

const study = {
  school: '汽车与交通工程学院',
  major: '车辆工程',
  degree: 'bachelor' as const,
  entryYear: 2008,
  graduationYear: 2012,
  studentNumber: 'A08101',
}
const name = { nameChinese: '张晓明', nameLatin: '' }

let made = 0
function record(changed: Partial<OnRecord> = {}): OnRecord {
  made += 1
  const named = { ...name, ...changed }
  return {
    _id: `r${String(made).padStart(4, '0')}`,
    digest: 'd1',
    ...study,
    ...named,
    nameKeys: nameKeys(named),
    ...changed,
  }
}
function sought(changed: Partial<Sought> = {}): Sought {
  return { digest: 'd1', name: foldName(name), studies: [study], ...changed }
}
const stranger = { digest: 'd2' }

/** Field → agreement of the first study of the first candidate. */
function linesOf(found: ReturnType<typeof match>) {
  const [first] = found.candidates[0]?.studies ?? []
  return Object.fromEntries((first?.fields ?? []).map(({ field, agreement, why }) => [field, why ?? agreement]))
}

describe('by document', () => {
  test('exact: the document is on record and nothing differs', () => {
    const found = match(sought(), [record()])
    expect(found).toMatchObject({ kind: 'exact', candidates: [{ by: 'document', document: { agreement: 'same' } }] })
  })

  test('exact: a renamed school and traditional characters are the same person', () => {
    const found = match(sought(), [record({ school: '汽车工程系', nameChinese: '張曉明' })])
    expect(found.kind).toBe('exact')
    expect(linesOf(found)).toMatchObject({ school: 'renamed' })
  })

  test('exact: what the archive does not say does not differ', () => {
    const sparse = record({ degree: '', major: '', graduationYear: null, studentNumber: '' })
    expect(match(sought(), [sparse]).kind).toBe('exact')
  })

  test('differs: nothing to compare the years with', () => {
    expect(match(sought(), [record({ entryYear: null, graduationYear: null })]).kind).toBe('differs')
  })

  test.each([
    ['another name', { nameChinese: '李芳' }],
    ['a name that sounds alike', { nameChinese: '章小铭' }],
    ['a year apart', { entryYear: 2007 }],
    ['another degree', { degree: 'master' as const }],
    ['another school', { school: '文学院' }],
    ['another major', { major: '临床医学' }],
    ['another student number', { studentNumber: 'B99999' }],
  ])('differs: %s', (_, changed) => {
    expect(match(sought(), [record(changed)]).kind).toBe('differs')
  })

  test('the document decides, whoever else has the name', () => {
    const found = match(sought(), [record({ digest: '' }), record({ digest: 'd3' }), record({ entryYear: 2001 })])
    expect(found).toMatchObject({ kind: 'differs', candidates: [{ by: 'document' }] })
    expect(found.candidates).toHaveLength(1)
  })

  test('every study of the form must be on record', () => {
    const master = { ...study, degree: 'master' as const, entryYear: 2012, graduationYear: 2015, studentNumber: 'S12' }
    const two = sought({ studies: [study, master] })
    expect(match(two, [record()])).toMatchObject({ kind: 'differs', candidates: [{ studies: [{}, { fields: null }] }] })
    expect(match(two, [record({ ...master }), record()]).kind).toBe('exact')
  })
})

describe('by name and study record', () => {
  test('exact: no document on record, but the student number and everything else', () => {
    expect(match(sought(stranger), [record({ digest: '' })])).toMatchObject({
      kind: 'exact',
      candidates: [{ by: 'name', document: { why: 'not_on_record' } }],
    })
  })

  test('differs: no document and no student number on record', () => {
    expect(match(sought(stranger), [record({ digest: '', studentNumber: '' })]).kind).toBe('differs')
  })

  test('differs: another document is on record', () => {
    const found = match(sought(stranger), [record()])
    expect(found).toMatchObject({ kind: 'differs', candidates: [{ document: { agreement: 'different' } }] })
  })

  test('differs: a year beside it is named', () => {
    const found = match(sought(stranger), [record({ digest: '', entryYear: 2009 })])
    expect(found.kind).toBe('differs')
    expect(linesOf(found)).toMatchObject({ entryYear: 'next_year', graduationYear: 'same' })
  })

  test('several: homonyms of one year stand side by side, best first', () => {
    const better = record({ digest: '', studentNumber: '' })
    const worse = record({ digest: '', studentNumber: '', graduationYear: null })
    const found = match(sought(stranger), [worse, better])
    expect(found.kind).toBe('several')
    expect(found.candidates.map(({ id }) => id)).toEqual([better._id, worse._id])
  })

  test('the one that fits far better is not hidden among homonyms', () => {
    const found = match(sought(stranger), [
      record({ digest: '' }),
      record({ digest: '', major: '临床医学', studentNumber: '' }),
    ])
    expect(found.kind).toBe('exact')
  })

  test('a homonym of another generation is somebody else', () => {
    expect(
      match(sought(stranger), [record({ digest: '', entryYear: 1985, graduationYear: 1989, studentNumber: '' })]).kind,
    ).toBe('unknown')
  })

  test('a name that only sounds alike needs everything else', () => {
    const alike = { digest: '', nameChinese: '章小铭', studentNumber: '' }
    expect(match(sought(stranger), [record(alike)]).kind).toBe('differs')
    expect(match(sought(stranger), [record({ ...alike, school: '文学院', major: '英语' })]).kind).toBe('unknown')
  })

  test('bachelor and master without a document are one person', () => {
    const master = { ...study, degree: 'master' as const, entryYear: 2012, graduationYear: 2015, studentNumber: 'S12' }
    const found = match(sought({ ...stranger, studies: [study, master] }), [
      record({ digest: '' }),
      record({ digest: '', ...master }),
    ])
    expect(found.kind).toBe('exact')
  })
})

test('unknown: nobody of this name', () => {
  expect(match(sought(), [])).toEqual({ kind: 'unknown', candidates: [] })
  expect(match(sought(stranger), [record({ nameChinese: '李芳' })]).kind).toBe('unknown')
})

const anyRecord = fc
  .record({
    digest: fc.constantFrom('', 'd1', 'd3'),
    nameChinese: fc.constantFrom('张晓明', '張曉明', '章小铭', '李芳'),
    entryYear: fc.constantFrom(2006, 2007, 2008, 2009, null),
    graduationYear: fc.constantFrom(2012, 2013, null),
    studentNumber: fc.constantFrom('', 'A08101', 'B1'),
    major: fc.constantFrom('车辆工程', '临床医学', ''),
  })
  .map(record)

test('property: the order of the records changes nothing, and the answer keeps its bounds', () => {
  fc.assert(
    fc.property(fc.array(anyRecord, { maxLength: 12 }), fc.boolean(), (records, documented) => {
      const wanted = documented ? sought() : sought(stranger)
      const found = match(wanted, records)
      expect(match(wanted, [...records].reverse())).toEqual(found)
      expect(found.candidates.length).toBeLessThanOrEqual(MOST_CANDIDATES)
      expect(found.candidates.length > 1).toBe(found.kind === 'several')
      expect(found.candidates.length === 0).toBe(found.kind === 'unknown')
    }),
  )
})

test('property: exact never with a field that differs', () => {
  fc.assert(
    fc.property(fc.array(anyRecord, { minLength: 1, maxLength: 6 }), (records) => {
      const found = match(sought(), records)
      if (found.kind === 'exact') {
        const fields = found.candidates.flatMap(({ studies, name: named }) => [
          named,
          ...studies.flatMap((each) => each.fields ?? []),
        ])
        expect(fields.filter(({ agreement }) => agreement === 'different' || agreement === 'close')).toEqual([])
      }
    }),
    { numRuns: 500 },
  )
})

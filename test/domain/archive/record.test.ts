import { type ArchiveStudy, studyKeyText } from '../../../domain/archive/record'

const study: ArchiveStudy = {
  digest: '',
  nameChinese: '张晓明',
  nameLatin: '',
  school: '汽车与交通工程学院',
  major: '车辆工程',
  degree: 'bachelor',
  entryYear: 2008,
  graduationYear: 2012,
  studentNumber: '',
}
const key = (changed: Partial<ArchiveStudy> = {}) => studyKeyText({ ...study, ...changed })

test('the same row has the same key, in traditional characters and with other blanks, too', () => {
  expect(key({ nameChinese: '張曉明', school: ' 汽车与交通工程 学院' })).toBe(key())
})

test('with a student number the rest of the row may be corrected', () => {
  const numbered = { studentNumber: 'A0810 1' }
  expect(key({ ...numbered, major: '车辆工程（师范）', graduationYear: null, digest: 'd' })).toBe(
    key({ studentNumber: 'a08101' }),
  )
})

test('the same student number of another school, another person: another key', () => {
  expect(key({ studentNumber: '830101' })).not.toBe(key({ studentNumber: '830101', nameChinese: '李芳' }))
})

test('without a number everything that tells two records apart counts', () => {
  const others: Partial<ArchiveStudy>[] = [
    { nameChinese: '张晓民' },
    { school: '文学院' },
    { major: '交通工程' },
    { degree: 'master' },
    { degree: '' },
    { entryYear: 2009 },
    { entryYear: null },
    { graduationYear: 2013 },
    { digest: 'd' },
  ]
  expect(new Set([key(), ...others.map(key)]).size).toBe(others.length + 1)
})

import { duplicateReason } from '../../../domain/review/duplicates'

const study = { school: '文学院', major: '英语', degree: 'bachelor' as const, entryYear: 2008, graduationYear: 2012 }
const one = { studies: [study], phoneMasked: '+86 ··· 0001' }

test('same_study: the degree is the same and the years are near', () => {
  const other = { studies: [{ ...study, major: '法语', entryYear: 2009 }], phoneMasked: '+44 ··· 0002' }
  expect(duplicateReason(one, other)).toBe('same_study')
})

test('same_phone: whatever was studied', () => {
  expect(duplicateReason(one, { ...one, studies: [{ ...study, entryYear: 1990 }] })).toBe('same_phone')
})

test('a namesake of other years with another phone is somebody else', () => {
  const other = { studies: [{ ...study, entryYear: 1990 }], phoneMasked: '+44 ··· 0002' }
  expect(duplicateReason(one, other)).toBeNull()
  expect(duplicateReason(one, { ...other, studies: [{ ...study, degree: 'master' }] })).toBeNull()
})

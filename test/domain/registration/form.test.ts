import {
  type ApplicationForm,
  checkForm,
  checkStudies,
  fieldCodes,
  needsLatinName,
  tidyForm,
} from '../../../domain/registration/form'

const TODAY = '2026-11-23'
const study = {
  school: '机械工程学院',
  major: '车辆工程',
  degree: 'bachelor',
  entryYear: 2010,
  graduationYear: 2014,
} as const
const form: ApplicationForm = {
  nameChinese: '李晓明',
  nameLatin: '',
  document: { type: 'resident_id', country: 'CHN', number: '321102199001010011' },
  phone: '+8613800000000',
  email: '',
  studies: [{ ...study }],
  portrait: 'cloud://local.env/photos/abcdefgh12345678.jpg',
  proof: 'cloud://local.env/photos/abcdefgh12345679.jpg',
}
const passport: Partial<ApplicationForm> = {
  nameChinese: '',
  nameLatin: 'Amara Okafor',
  document: { type: 'passport', country: 'NGA', number: 'A01234567' },
}
const errorsOf = (changes: Partial<ApplicationForm>) => {
  const checked = checkForm({ ...form, ...changes }, TODAY)
  return checked.ok ? {} : checked.details
}
const studyErrors = (changes: object) => checkStudies([{ ...study, ...changes }], TODAY)

describe('the registration form', () => {
  test('a complete form passes and comes back tidied', () => {
    const checked = checkForm({ ...form, nameChinese: ' 买买提•艾力 ', phone: '138 0000 0000' }, TODAY)
    expect(checked).toMatchObject({ ok: true, value: { nameChinese: '买买提·艾力', phone: '+8613800000000' } })
  })

  test('a passport holder gives the Latin name and needs no Chinese one', () => {
    expect(errorsOf(passport)).toEqual({})
    expect(errorsOf({ ...passport, nameLatin: '' })).toEqual({ nameLatin: 'required' })
    expect(tidyForm({ ...form, ...passport }).nameLatin).toBe('AMARA OKAFOR')
    expect(needsLatinName('resident_id')).toBe(false)
  })

  test('required: names, document number, study records', () => {
    expect(errorsOf({ nameChinese: '' })).toEqual({ nameChinese: 'required' })
    expect(errorsOf({ document: { ...form.document, number: ' ' } })).toEqual({ 'document.number': 'required' })
    expect(errorsOf({ studies: [] })).toEqual({ studies: 'required' })
    expect(studyErrors({ school: ' ' })).toEqual({ 'studies.0.school': 'required' })
  })

  test('too_long: names, texts, e-mail', () => {
    expect(errorsOf({ ...passport, nameLatin: 'A'.repeat(61) })).toEqual({ nameLatin: 'too_long' })
    expect(studyErrors({ major: 'x'.repeat(61) })).toEqual({ 'studies.0.major': 'too_long' })
    expect(errorsOf({ email: `${'x'.repeat(120)}@example.org` })).toEqual({ email: 'too_long' })
  })

  test('name_chinese and name_latin: other scripts and signs', () => {
    expect(errorsOf({ nameChinese: 'Li' })).toEqual({ nameChinese: 'name_chinese' })
    expect(errorsOf({ nameChinese: '李' })).toEqual({ nameChinese: 'name_chinese' })
    expect(errorsOf({ nameLatin: '李晓明' })).toEqual({ nameLatin: 'name_latin' })
    expect(errorsOf({ nameLatin: "José O'Neill-Ng Jr." })).toEqual({})
    expect(errorsOf({ nameChinese: '𠮷田' })).toEqual({})
  })

  test('document_shape, document_check_digit, document_date, document_country', () => {
    const withNumber = (number: string) => errorsOf({ document: { ...form.document, number } })
    expect(withNumber('3211021990')).toEqual({ 'document.number': 'document_shape' })
    expect(withNumber('321102199001010012')).toEqual({ 'document.number': 'document_check_digit' })
    expect(withNumber('321102199002290019')).toEqual({ 'document.number': 'document_date' })
    const nowhere = { type: 'passport', country: 'XXX', number: 'A01234567' } as const
    expect(errorsOf({ ...passport, document: nowhere })).toEqual({ 'document.country': 'document_country' })
  })

  test('phone_shape and email_shape', () => {
    expect(errorsOf({ phone: '+86123' })).toEqual({ phone: 'phone_shape' })
    expect(errorsOf({ email: 'me@home' })).toEqual({ email: 'email_shape' })
    expect(errorsOf({ email: 'li.xiaoming@example.org' })).toEqual({})
  })

  test('year_range: before the foundation, in the future, not a number', () => {
    expect(studyErrors({ entryYear: 1901 })).toEqual({ 'studies.0.entryYear': 'year_range' })
    expect(studyErrors({ graduationYear: 2027 })).toEqual({ 'studies.0.graduationYear': 'year_range' })
    expect(studyErrors({ entryYear: Number.NaN })).toEqual({ 'studies.0.entryYear': 'year_range' })
  })

  test('year_order: graduation before entry', () => {
    expect(studyErrors({ entryYear: 2014, graduationYear: 2010 })).toEqual({
      'studies.0.graduationYear': 'year_order',
    })
  })

  test('student_number_shape and too_many', () => {
    expect(studyErrors({ studentNumber: '12' })).toEqual({ 'studies.0.studentNumber': 'student_number_shape' })
    expect(studyErrors({ studentNumber: '3090101001' })).toEqual({})
    expect(errorsOf({ studies: Array.from({ length: 6 }, () => ({ ...study })) })).toEqual({ studies: 'too_many' })
  })

  test('photo_missing: portrait and proof', () => {
    expect(errorsOf({ portrait: '', proof: '' })).toEqual({ portrait: 'photo_missing', proof: 'photo_missing' })
  })

  test('every field code has a case above', () => {
    const source = require('node:fs').readFileSync(__filename, 'utf8') as string
    for (const code of fieldCodes) {
      expect(source).toContain(`'${code}'`)
    }
  })
})

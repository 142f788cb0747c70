/** The form's rules of its own: what is wrong where, what may stay empty, and whose errors are shown when. */

import { blankForm, blankStudy } from '../../../../miniprogram/alumni/pages/form/blank'
import {
  errorsOf,
  errorsOfLeft,
  firstStepOf,
  firstWrongStep,
  keepsNumber,
  stepOf,
  steps,
} from '../../../../miniprogram/alumni/pages/form/steps'
import { yearsUntil } from '../../../../miniprogram/alumni/pages/form/years'
import { type Document, dayOf, type FieldErrors } from '../../../../miniprogram/lib/domain'
import { at, form, tuesday } from '../../harness/samples'

const today = dayOf(tuesday)
const registered: Document = { type: 'resident_id', country: 'CHN', number: '' }

test('a complete form has nothing wrong in any step', () => {
  expect(steps.map((step) => errorsOf(step, form, today, null))).toEqual([{}, {}, {}, {}, {}])
  expect(firstWrongStep(form, today, null)).toBeNull()
})

test('an empty form asks for the document, the name, the phone, the studies and both photos', () => {
  const empty = blankForm()
  expect(errorsOf('identity', empty, today, null)).toEqual({ 'document.number': 'required', nameChinese: 'required' })
  expect(errorsOf('contact', empty, today, null)).toEqual({ phone: 'required' })
  expect(errorsOf('studies', empty, today, null)).toEqual({
    'studies.0.school': 'required',
    'studies.0.major': 'required',
    'studies.0.entryYear': 'year_range',
    'studies.0.graduationYear': 'year_range',
  })
  expect(errorsOf('photos', empty, today, null)).toEqual({ portrait: 'photo_missing', proof: 'photo_missing' })
  expect(firstWrongStep(empty, today, null)).toBe('identity')
})

test('a passport asks for the Latin name and the issuing country instead of the Chinese name', () => {
  const passport = {
    ...form,
    nameChinese: '',
    document: { type: 'passport', country: '', number: 'A01234567' } as const,
  }
  expect(errorsOf('identity', passport, today, null)).toEqual({
    'document.country': 'document_country',
    nameLatin: 'required',
  })
})

test('the second study record is wrong at its own place', () => {
  const two = {
    ...form,
    studies: [
      ...form.studies,
      { ...blankStudy(), school: '法学院', major: '法学', entryYear: 2014, graduationYear: 2012 },
    ],
  }
  expect(errorsOf('studies', two, today, null)).toEqual({ 'studies.1.graduationYear': 'year_order' })
})

test('an amended application may keep its number, but not when type or country changed', () => {
  const empty = { ...form.document, number: ' ' }
  expect(keepsNumber(empty, registered)).toBe(true)
  expect(errorsOf('identity', { ...form, document: empty }, today, registered)).toEqual({})
  expect(keepsNumber(empty, null)).toBe(false)
  expect(keepsNumber({ ...empty, type: 'passport' }, registered)).toBe(false)
  expect(keepsNumber({ ...empty, country: 'GHA' }, registered)).toBe(false)
  expect(keepsNumber(form.document, registered)).toBe(false)
})

test('a new number in an amended application is checked like any other', () => {
  const wrong = { ...form, document: { ...form.document, number: '321102199001010012' } }
  expect(errorsOf('identity', wrong, today, registered)).toEqual({ 'document.number': 'document_check_digit' })
})

test.each([
  ['nameLatin', 'identity'],
  ['document.number', 'identity'],
  ['phone', 'contact'],
  ['email', 'contact'],
  ['studies', 'studies'],
  ['studies.3.major', 'studies'],
  ['portrait', 'photos'],
  ['proof', 'photos'],
])('the field %s stands in the step %s', (path, step) => {
  expect(stepOf(path)).toBe(step)
})

test('a refused form opens at the first step that the server named', () => {
  const errors: FieldErrors = { proof: 'photo_missing', 'studies.0.major': 'required' }
  expect(firstStepOf(errors)).toBe('studies')
})

test('only fields that were left say what is wrong with them', () => {
  const errors: FieldErrors = { phone: 'required', email: 'email_shape' }
  expect(errorsOfLeft(errors, new Set(['email']))).toEqual({ email: 'email_shape' })
  expect(errorsOfLeft(errors, new Set())).toEqual({})
})

test('years run from this year in Shanghai back to 1902', () => {
  const years = yearsUntil(at('2027-01-01T00:30'))
  expect(years[0]).toBe(2027)
  expect(years.at(-1)).toBe(1902)
})

/** A refusal in words: days are said as days, counts as counts, an unknown code as our own failure. */
import { alumniWords } from '../../../miniprogram/alumni/words/words'
import { sayCardNumber } from '../../../miniprogram/i18n/card-number'
import { sayDate, sayDay, sayMoment, sayWeekday } from '../../../miniprogram/i18n/dates'
import { sayNames } from '../../../miniprogram/i18n/holder-name'
import { addRefusals, sayRefusal } from '../../../miniprogram/i18n/refusal'
import { refusals as staffEn } from '../../../miniprogram/staff/words/refusals-en'
import { refusals as staffZh } from '../../../miniprogram/staff/words/refusals-zh'
import { at, tuesday } from '../harness/samples'

const thisYear = new Date().getUTCFullYear()

test('a package that is loaded has brought its refusals; one that is not has not, until it is', () => {
  expect(alumniWords.zh).toBeDefined()
  expect(sayRefusal('card_exists', 'zh')).not.toEqual(sayRefusal('internal', 'zh'))
  expect(sayRefusal('own_entry', 'en')).toEqual(sayRefusal('internal', 'en'))
  addRefusals({ zh: staffZh, en: staffEn })
  expect(sayRefusal('own_entry', 'en')).toEqual(staffEn.own_entry)
})

test('a day among the details is said with its weekday', () => {
  const day = `${thisYear}-03-05`
  const { say } = sayRefusal('activation_too_early', 'zh', { from: day })
  expect(say).toContain('3月5日（星期')
  expect(sayRefusal('activation_too_early', 'en', { from: day }).say).toMatch(/from 00:00 on \w+day 5 March/)
})

test('a count is said as a number', () => {
  expect(sayRefusal('undecided_remain', 'en', { count: 3 }).say).toContain('3')
})

test('an unknown code reads as our own failure', () => {
  expect(sayRefusal('made_up' as never, 'zh')).toEqual(sayRefusal('internal', 'zh'))
})

test('days name the year only when it is another one', () => {
  expect(sayDay('2026-11-26', 'zh', tuesday)).toBe('11月26日（星期四）')
  expect(sayDay('2027-01-07', 'zh', tuesday)).toBe('2027年1月7日（星期四）')
  expect(sayDay('2026-11-26', 'en', tuesday)).toBe('Thursday 26 November')
  expect(sayDate('2028-11-19', 'en')).toBe('19 November 2028')
  expect(sayWeekday(4, 'zh')).toBe('星期四')
})

test('moments are said in Shanghai time, whatever the phone is set to', () => {
  expect(sayMoment(at('2026-11-26T12:00'), 'zh', tuesday)).toBe('11月26日（星期四）12:00')
  expect(sayMoment(at('2026-11-26T00:30'), 'en', tuesday)).toBe('Thursday 26 November, 00:30')
})

test('card numbers are grouped four, three, three', () => {
  expect(sayCardNumber('8123456786')).toBe('8123 456 786')
  expect(sayCardNumber('812')).toBe('812')
})

test('names come in the order of the language, and one name stands alone', () => {
  const both = { nameChinese: '张小明', nameLatin: 'ZHANG XIAOMING' }
  expect(sayNames(both, 'zh')).toEqual({ first: '张小明', second: 'ZHANG XIAOMING' })
  expect(sayNames(both, 'en')).toEqual({ first: 'ZHANG XIAOMING', second: '张小明' })
  expect(sayNames({ nameChinese: '', nameLatin: 'AMARA OKAFOR' }, 'zh')).toEqual({ first: 'AMARA OKAFOR', second: '' })
})

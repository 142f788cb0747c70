/** @jest-environment node */
import { closureKey, isCalendarChanged, isChanged, layOn, sorted } from '../../../miniprogram/staff/settings-draft'

const winter = { from: '2027-01-18', to: '2027-02-21', reason: 'vacation' as const }
const may = { from: '2027-05-01', to: '2027-05-05', reason: 'holiday' as const }
const autumn = { from: '2027-10-01', to: '2027-10-07', reason: 'holiday' as const }
const base = {
  closures: [winter, may],
  cutOff: '12:00',
  validityYears: 2,
  maxListAgeHours: 24,
  companions: 0,
  shredDays: 30,
  deletionDays: 3,
  sendingHours: { from: '08:00', until: '22:00' },
}

test('the order of closures, and one that is there twice, change nothing', () => {
  expect(sorted([may, winter, may]).map(closureKey)).toEqual([winter, may].map(closureKey))
  expect(isChanged(base, { ...base, closures: [may, winter] })).toBe(false)
  expect(isCalendarChanged(base, { ...base, validityYears: 3 })).toBe(false)
  expect(isChanged(base, { ...base, validityYears: 3 })).toBe(true)
  expect(isCalendarChanged(base, { ...base, closures: [winter] })).toBe(true)
})

test('of two who change different things, nothing is lost', () => {
  const mine = { ...base, closures: [winter, may, autumn], validityYears: 3 }
  const theirs = { ...base, closures: [winter], companions: 2 }
  expect(layOn(base, mine, theirs)).toEqual({ ...base, closures: [winter, autumn], validityYears: 3, companions: 2 })
})

test('what both changed is as I made it, and what I removed stays removed', () => {
  const mine = { ...base, cutOff: '11:00', closures: [may] }
  const theirs = { ...base, cutOff: '13:00', closures: [winter, may, autumn] }
  expect(layOn(base, mine, theirs)).toEqual({ ...base, cutOff: '11:00', closures: [may, autumn] })
})

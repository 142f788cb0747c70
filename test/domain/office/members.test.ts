import { DELIVERY_AFTER_REMOVAL, decideMember, mayStillDeliver } from '../../../domain/office/members'

const admin = { id: 'a', role: 'admin' } as const
const guard = { id: 'g', role: 'guard' } as const

test('an admin changes and removes others', () => {
  expect(decideMember(admin, guard, 'reviewer')).toEqual({ ok: true, value: 'change' })
  expect(decideMember(admin, guard, null)).toEqual({ ok: true, value: 'change' })
})

test('what is so already is the same, so a repeated request changes nothing', () => {
  expect(decideMember(admin, guard, 'guard')).toEqual({ ok: true, value: 'same' })
  expect(decideMember(admin, { id: 'x', role: null }, null)).toEqual({ ok: true, value: 'same' })
})

test('staff_self: nobody changes or removes themself, not even to the role they have', () => {
  for (const wanted of ['guard', 'admin', null] as const) {
    expect(decideMember(admin, admin, wanted)).toEqual({ ok: false, code: 'staff_self' })
  }
})

test('staff_unknown: who is gone gets no role', () => {
  expect(decideMember(admin, { id: 'x', role: null }, 'guard')).toEqual({ ok: false, code: 'staff_unknown' })
})

test('not_allowed: whoever is no admin at this moment changes nobody', () => {
  for (const role of ['guard', 'reviewer', null] as const) {
    expect(decideMember({ id: 'b', role }, guard, null)).toEqual({ ok: false, code: 'not_allowed' })
  }
})

test('what was done in a role may be delivered for a day after it was taken, and not a moment longer', () => {
  expect(mayStillDeliver(1000, 1000 + DELIVERY_AFTER_REMOVAL - 1)).toBe(true)
  expect(mayStillDeliver(1000, 1000 + DELIVERY_AFTER_REMOVAL)).toBe(false)
})

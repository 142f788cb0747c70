import { mayCall } from '../../../domain/office/access'

// One row per need; who may call: nobody's role, guard, reviewer, admin.
test.each([
  ['anyone', [true, true, true, true]],
  ['guard', [false, true, false, true]],
  ['reviewer', [false, false, true, true]],
  ['admin', [false, false, false, true]],
] as const)('an action for %s', (access, expected) => {
  const roles = [null, 'guard', 'reviewer', 'admin'] as const
  expect(roles.map((role) => mayCall(access, role))).toEqual(expected)
})

/** @jest-environment node */
import { dragged, scaled, styleOf, toggled, turned, whole } from '../../../miniprogram/staff/photo-view'

const finger = (clientX: number, clientY: number) => ({ clientX, clientY })

test('two fingers that part enlarge, that close shrink, never below the whole', () => {
  const apart = dragged(whole, [finger(0, 0), finger(100, 0)], [finger(0, 0), finger(200, 0)])
  expect(apart.scale).toBe(2)
  expect(dragged(apart, [finger(0, 0), finger(200, 0)], [finger(0, 0), finger(10, 0)])).toEqual(whole)
})

test('one finger moves what is enlarged, and only that', () => {
  const large = scaled(whole, 2)
  expect(dragged(large, [finger(10, 10)], [finger(15, 30)])).toMatchObject({ x: 5, y: 20 })
  expect(dragged(whole, [finger(10, 10)], [finger(15, 30)])).toEqual(whole)
})

test('a finger that is lifted from a pinch moves nothing', () => {
  const large = scaled(whole, 2)
  expect(dragged(large, [finger(0, 0), finger(100, 0)], [finger(50, 50)])).toEqual(large)
})

test('a double tap enlarges and makes whole again; a turn starts whole, four are none', () => {
  expect(toggled(whole).scale).toBeGreaterThan(1)
  expect(toggled(toggled(whole))).toEqual(whole)
  expect(turned(scaled(whole, 3))).toEqual({ ...whole, turns: 1 })
  expect(styleOf(turned(whole))).toContain('rotate(90deg)')
})

test('it does not grow without end', () => {
  expect(scaled(scaled(whole, 100), 100).scale).toBe(scaled(whole, 100).scale)
})

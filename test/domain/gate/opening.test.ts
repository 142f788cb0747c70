/** Whom a point lets in, and when. */
import { isOpen } from '../../../domain/gate/opening'
import { instantAt } from '../../../domain/time/shanghai'
import type { Point } from '../../../domain/university'

const point = (opens: string, closes: string, classes = [1]): Point => ({
  id: 'p',
  kind: 'gate',
  name: { zh: '门', en: 'Gate' },
  opens,
  closes,
  classes,
  place: null,
})
const at = (time: string) => instantAt('2027-03-04', time)

test.each([
  ['06:00', '22:30', '05:59', false],
  ['06:00', '22:30', '06:00', true],
  ['06:00', '22:30', '22:29', true],
  ['06:00', '22:30', '22:30', false],
  ['18:00', '01:00', '23:59', true],
  ['18:00', '01:00', '00:59', true],
  ['18:00', '01:00', '01:00', false],
  ['18:00', '01:00', '12:00', false],
  ['00:00', '00:00', '03:00', true],
])('open %s to %s, at %s: %s', (opens, closes, time, open) => {
  expect(isOpen(point(opens, closes), 1, at(time))).toBe(open)
})

test('only the classes of the point', () => {
  const everybody = point('00:00', '00:00', [1, 2])
  expect([1, 2, 3].map((passClass) => isOpen(everybody, passClass, at('12:00')))).toEqual([true, true, false])
  expect(isOpen(point('00:00', '00:00', [1]), 2, at('12:00'))).toBe(false)
})

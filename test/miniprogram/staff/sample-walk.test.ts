/** @jest-environment node */
import type { SampleItem } from '../../../miniprogram/lib/domain'
import { SampleWalk } from '../../../miniprogram/staff/sample-walk'

const items = ['one', 'two'].map((id) => ({ id }) as SampleItem)
const walk = () => new SampleWalk({ id: 'bulk-0001', total: 250, items })

test('what was found fine is remembered once, also on the way back', () => {
  const sample = walk()
  expect(sample.fine()).toBe(true)
  expect(sample.place).toBe(1)
  sample.back()
  expect(sample.fine()).toBe(true)
  expect(sample.seen).toEqual(['one'])
})

test('the last one says that there is no other, and stays on the screen', () => {
  const sample = walk()
  sample.fine()
  expect(sample.fine()).toBe(false)
  expect(sample.place).toBe(1)
  expect(sample.seen).toEqual(['one', 'two'])
})

test('there is nothing before the first', () => {
  const sample = walk()
  sample.back()
  expect(sample.place).toBe(0)
  expect(sample.seen).toEqual([])
})

import { DEFAULT_SENDING_HOURS, quietUntil, regionOf, wayOf } from '../../../domain/notifications/channels'
import { messageEvents } from '../../../domain/notifications/templates'
import { instantAt } from '../../../domain/time/shanghai'

const at = (time: string) => instantAt('2026-11-26', time)

test('what the notice promises by text message is never sent by WeChat alone', () => {
  for (const event of ['review_approved', 'review_returned', 'review_rejected', 'activation_open'] as const) {
    expect(wayOf(event).rule).toBe('also')
  }
})

test('codes and the alarm of an activation go to the registered phone only, at once', () => {
  for (const event of ['phone_code', 'card_activated'] as const) {
    expect(wayOf(event)).toEqual({ template: null, rule: 'never', isUrgent: true })
  }
})

test('every event that may go by WeChat has a template, and only those', () => {
  for (const event of messageEvents) {
    const { rule, template } = wayOf(event)
    expect(template === null).toBe(rule === 'never')
  }
})

test.each([
  ['07:59', '2026-11-26'],
  ['00:00', '2026-11-26'],
  ['22:00', '2026-11-27'],
  ['23:59', '2026-11-27'],
])('at %s Shanghai messages wait until 08:00 of %s', (time, day) => {
  expect(quietUntil(at(time), DEFAULT_SENDING_HOURS)).toBe(instantAt(day, '08:00'))
})

test.each(['08:00', '12:00', '21:59'])('at %s they leave', (time) => {
  expect(quietUntil(at(time), DEFAULT_SENDING_HOURS)).toBeNull()
})

test('only the mainland has hours; who gave no number lives there', () => {
  expect(['+8613800000000', '+447700900000', '+85291234567', ''].map(regionOf)).toEqual([
    'mainland',
    'overseas',
    'overseas',
    'mainland',
  ])
})

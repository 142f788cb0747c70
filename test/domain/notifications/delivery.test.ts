import fc from 'fast-check'
import {
  accepted,
  type Delivery,
  isDue,
  LEASE,
  MAX_ATTEMPTS,
  newDelivery,
  refused,
  take,
} from '../../../domain/notifications/delivery'

const NOW = 1_795_000_000_000

describe('a message’s delivery', () => {
  test('it is due at once, and not while a dispatcher holds it', () => {
    const fresh = newDelivery(NOW)
    expect(isDue(fresh, NOW)).toBe(true)
    const held = take(fresh, NOW)
    expect(isDue(held, NOW + LEASE - 1)).toBe(false)
    expect(isDue(accepted(held), NOW + 10 * LEASE)).toBe(false)
  })

  test('one abandoned while sending is taken again and marked uncertain for good', () => {
    const abandoned = take(newDelivery(NOW), NOW)
    expect(isDue(abandoned, NOW + LEASE)).toBe(true)
    const again = take(abandoned, NOW + LEASE)
    expect(again.uncertain).toBe(true)
    expect(accepted(again)).toMatchObject({ state: 'sent', uncertain: true })
  })

  test('a refusal backs off 1, 2, 4, 8, 16 minutes and then fails', () => {
    let delivery = newDelivery(NOW)
    const waits: number[] = []
    for (let attempt = 1; attempt < MAX_ATTEMPTS; attempt += 1) {
      delivery = refused(take(delivery, NOW), NOW, false)
      waits.push((delivery.nextAttemptAt - NOW) / 60_000)
      expect(delivery).toMatchObject({ state: 'pending', uncertain: false })
    }
    expect(waits).toEqual([1, 2, 4, 8, 16])
    expect(refused(take(delivery, NOW), NOW, false).state).toBe('failed')
  })

  test('a permanent refusal is not tried again', () => {
    expect(refused(take(newDelivery(NOW), NOW), NOW, true).state).toBe('failed')
  })

  test('whatever happens, attempts are bounded and a sent message is never due', () => {
    const steps = fc.array(fc.constantFrom('refused', 'abandoned', 'accepted'), { maxLength: 20 })
    fc.assert(
      fc.property(steps, (events) => {
        let delivery: Delivery = newDelivery(NOW)
        let now = NOW
        for (const event of events) {
          now += 20 * LEASE
          if (!isDue(delivery, now)) {
            continue
          }
          const taken = take(delivery, now)
          delivery = event === 'refused' ? refused(taken, now, false) : event === 'accepted' ? accepted(taken) : taken
        }
        expect(isDue({ ...delivery, state: 'sent' }, now)).toBe(false)
        expect(delivery.state === 'pending' ? delivery.attempts < MAX_ATTEMPTS : true).toBe(true)
      }),
    )
  })
})

/**
 * New card numbers: a block of the counter is reserved before they are given away, so closers at the same time never
 * share one. What is left of a block is lost; numbers have gaps anyway (domain/card/number).
 */
import { cardNumberFor } from '../../domain/card/number'
import { secretKey } from '../_kit/keys'
import { change } from '../_kit/transaction'

const key = secretKey('CARD_NUMBER_KEY', 32)
const COUNTER = 'card-number'

/** Hands out numbers one by one. */
export class CardNumbers {
  private readonly free: number[] = []

  /** Reserves `count` numbers with one step of the counter. */
  async reserve(count: number): Promise<void> {
    const wanted = count - this.free.length
    if (wanted > 0) {
      const first = await advance(wanted)
      this.free.push(...Array.from({ length: wanted }, (_, index) => first + index))
    }
  }

  /** The next number. @throws when all hundred million are used */
  async take(): Promise<string> {
    await this.reserve(1)
    const number = cardNumberFor(this.free.shift() ?? -1, key)
    if (number === null) {
      throw new Error('There are no card numbers left.')
    }
    return number
  }
}

/** @returns the first counter of the reserved block */
function advance(count: number): Promise<number> {
  return change(async (transaction) => {
    const counter = await transaction.get('counters', COUNTER)
    const first = counter?.next ?? 0
    if (counter) {
      await transaction.update('counters', COUNTER, { next: first + count })
    } else {
      await transaction.insert('counters', COUNTER, { next: count })
    }
    return first
  })
}

/**
 * Long work in a function that may not live long: several pieces at once, none begun after the time is up. What is left
 * is found again by the next call, because every piece is recorded where it belongs.
 */

/** How long a call works before it hands the rest to the next one, milliseconds; a function may be given 60 seconds. */
export const WORKING_TIME = 40_000

/** Measures working time. Monotonic: a corrected clock neither stops nor prolongs the work. */
export function stopwatch(budget = WORKING_TIME): () => boolean {
  const end = performance.now() + budget
  return () => performance.now() >= end
}

/**
 * Handles the items, `lanes` at a time.
 * @param isOver asked before each item; true stops
 * @returns how many were handled
 * @throws the first failure, when all lanes have come to rest: nothing goes on behind the caller's back
 */
export async function inLanes<Item>(
  items: readonly Item[],
  lanes: number,
  isOver: () => boolean,
  handle: (item: Item) => Promise<void>,
): Promise<number> {
  const rest = items.values()
  const failures: unknown[] = []
  let handled = 0
  const lane = async () => {
    for (const item of rest) {
      if (isOver() || failures.length > 0) {
        return
      }
      try {
        await handle(item)
        handled += 1
      } catch (error) {
        failures.push(error)
      }
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane))
  if (failures.length > 0) {
    throw failures[0]
  }
  return handled
}

/**
 * Random bytes at hand. WeChat gives them asynchronously, but a scan must be written down before its verdict is shown and a
 * number must appear at a tap, so a supply is fetched ahead.
 */
import { randomBytes } from '../services/device-key'

const SUPPLY_BYTES = 512

let supply = new Uint8Array(0)
let fetching: Promise<void> | null = null

/** `count` fresh random bytes (at most 512); each byte is given out once. */
export async function takeRandom(count: number): Promise<Uint8Array> {
  while (supply.length < count) {
    await stockUp()
  }
  const bytes = supply.slice(0, count)
  supply = supply.slice(count)
  return bytes
}

/** Fetches the supply; call it while a page opens. */
export function stockUp(): Promise<void> {
  fetching ??= fetchSupply().finally(() => {
    fetching = null
  })
  return fetching
}

async function fetchSupply(): Promise<void> {
  supply = new Uint8Array(await randomBytes(SUPPLY_BYTES))
}

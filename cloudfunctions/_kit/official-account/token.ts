/**
 * The access token, kept in one record for all instances of the function. Whoever finds it stale takes a lease in one step with
 * its generation, so exactly one asks WeChat, however many notice at once; the others use the old token while it works and wait
 * for the new one when it does not. The rule of its life is domain/binding/token.
 */
import { isFresh, isUsable, RENEWAL_LEASE } from '../../../domain/binding/token'
import { below } from '../conditions'
import { seal, unseal } from '../sealed'
import { sealedPlace } from '../sealed-places'
import type { Stored } from '../store'
import { get, insert, updateWhere } from '../store'
import { Duplicate } from '../store-errors'
import { askForToken, Unreachable } from './wechat-server'

const KEY = 'official-account'
const PLACE = sealedPlace('officialTokens', KEY, 'token')
const LOOK_AGAIN_MS = 100
/** After a failed renewal the next one is tried so much later: a crowd does not repeat it one by one. */
const REST_MS = 1000

export type Token = { text: string; generation: number }

/** A token that works. @param deadline epoch milliseconds @throws Unreachable, or WeChat's refusal as {@link Refused} */
export async function accessToken(deadline: number): Promise<Token> {
  for (;;) {
    const kept = await get('officialTokens', KEY)
    if (kept && isFresh(kept, Date.now())) {
      return tokenOf(kept)
    }
    if (await takeLease(kept)) {
      return renew(kept, deadline)
    }
    if (kept && isUsable(kept, Date.now())) {
      return tokenOf(kept)
    }
    if (Date.now() >= deadline) {
      throw new Unreachable()
    }
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS))
  }
}

/** WeChat refused a token before its time. Only the first complaint about it counts. */
export async function discard({ generation }: Token): Promise<void> {
  await updateWhere('officialTokens', { _id: KEY, generation }, { expiresAt: 0, refused: true })
}

async function takeLease(kept: Stored<'officialTokens'> | null): Promise<boolean> {
  const now = Date.now()
  const leaseUntil = now + RENEWAL_LEASE
  if (kept) {
    const where = { _id: KEY, generation: kept.generation, leaseUntil: below(now) }
    return (await updateWhere('officialTokens', where, { leaseUntil })) === 1
  }
  try {
    const empty = { token: seal('', PLACE), expiresAt: 0, generation: 0, refused: false, leaseUntil }
    await insert('officialTokens', KEY, empty)
    return true
  } catch (error) {
    if (error instanceof Duplicate) {
      return false
    }
    throw error
  }
}

async function renew(kept: Stored<'officialTokens'> | null, deadline: number): Promise<Token> {
  const generation = kept?.generation ?? 0
  const where = { _id: KEY, generation }
  try {
    const { token: text, expiresAt } = await askForToken({ force: kept?.refused ?? false, deadline })
    const renewed = { token: seal(text, PLACE), expiresAt, refused: false, leaseUntil: 0, generation: generation + 1 }
    await updateWhere('officialTokens', where, renewed)
    return { text, generation: generation + 1 }
  } catch (error) {
    await updateWhere('officialTokens', where, { leaseUntil: Date.now() + REST_MS })
    throw error
  }
}

function tokenOf({ token, generation }: Stored<'officialTokens'>): Token {
  return { text: unseal(token, PLACE), generation }
}

/** The holder's own side: whether the card is bound to the official account, binding again, unbinding. */
import type { BindingReplies, BindingRequest, bindingRefusals, OfficialView } from '../../domain/binding/api'
import { boundAgain, type Link, NO_LINK, unbound, withHolder } from '../../domain/binding/link'
import type { RequestRefusal } from '../../domain/refusals'
import { ok, type Result, refuse } from '../../domain/result'
import { account } from '../_kit/official-account/account'
import type { Call } from '../_kit/serve'
import { find, get } from '../_kit/store'
import { change, transact } from '../_kit/transaction'
import { changeLink, linkOf } from './followers'

type Refusal = (typeof bindingRefusals)[number] | 'card_none' | RequestRefusal
type Answer<Action extends keyof BindingReplies> = Promise<Result<BindingReplies[Action], Refusal>>

export async function status(_: BindingRequest<'status'>, { openid, unionid, now }: Call): Answer<'status'> {
  if (!account || unionid === '') {
    return ok({ official: { state: account ? 'no_unionid' : 'off' } })
  }
  if (!(await hasCard(openid))) {
    return refuse('card_none')
  }
  const stored = await get('officialLinks', unionid)
  if (stored?.openid === openid) {
    return ok({ official: viewOf(linkOf(stored)) })
  }
  const link = await change((transaction) => {
    return changeLink(transaction, unionid, (before) => withHolder(before, openid, now))
  })
  return ok({ official: viewOf(link) })
}

/** Binding again what was undone; only somebody who follows can be bound. */
export async function bind(_: BindingRequest<'bind'>, { openid, unionid, now }: Call): Answer<'bind'> {
  const refusal = await refusalFor(openid, unionid)
  if (refusal) {
    return refuse(refusal)
  }
  return transact<BindingReplies['bind'], Refusal>(async (transaction) => {
    const link = await changeLink(transaction, unionid, (before) => boundAgain(withHolder(before, openid, now), now))
    return link.boundAt === null ? refuse('official_not_following') : ok({ official: viewOf(link) })
  })
}

/** Unbinding; doing it twice is no mistake. */
export async function unbind(_: BindingRequest<'unbind'>, { openid, unionid }: Call): Answer<'unbind'> {
  const refusal = await refusalFor(openid, unionid)
  if (refusal) {
    return refuse(refusal)
  }
  const link = await change((transaction) => {
    return changeLink(transaction, unionid, (before) => unbound({ ...before, openid }))
  })
  return ok({ official: viewOf(link) })
}

async function refusalFor(openid: string, unionid: string): Promise<Refusal | null> {
  if (!account) {
    return 'official_off'
  }
  if (unionid === '') {
    return 'official_no_unionid'
  }
  return (await hasCard(openid)) ? null : 'card_none'
}

async function hasCard(openid: string): Promise<boolean> {
  const [card] = await find('cards', { openid }, { order: 'issuedAt', direction: 'desc', limit: 1 })
  return card !== undefined && card.activatedAt !== null
}

function viewOf({ boundAt, follower }: Link = NO_LINK): OfficialView {
  return boundAt === null ? { state: 'open', follows: follower !== null } : { state: 'bound', since: boundAt }
}

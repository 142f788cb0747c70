/** What is on record under the WeChat account itself, for the copy of a person's data. */
import { subscribeTemplates } from '../../domain/notifications/channels'
import type { CopyRow, PersonalData } from '../../domain/privacy/copy'
import { wishPhoneOf } from '../_kit/sealed-fields'
import { find, get, getAll } from '../_kit/store'

const MOST = 1000

type Account = Pick<PersonalData, 'notices' | 'wishes' | 'official' | 'photos' | 'staff' | 'deletions' | 'copies'>

export async function gatherAccount(openid: string): Promise<Account> {
  const [notices, wish, official, uploads, staff, deletion, copies] = await Promise.all([
    noticesOf(openid),
    get('wishes', openid),
    officialOf(openid),
    find('uploads', { openid }, { limit: MOST }),
    staffOf(openid),
    get('deletions', openid),
    find('copies', { openid }, { order: 'at', direction: 'desc', limit: MOST }),
  ])
  return {
    notices,
    wishes: wish ? [{ since: wish.since, phone: wishPhoneOf(wish) }] : [],
    official,
    photos: uploads.map(({ _id }) => ({ photo: 'upload', name: _id })),
    staff,
    deletions: deletion ? [{ askedAt: deletion.askedAt, due: deletion.due }] : [],
    copies: copies.map(({ at }) => ({ at })),
  }
}

async function noticesOf(openid: string): Promise<CopyRow<'notices'>[]> {
  const keys = subscribeTemplates.map((template) => `${template}:${openid}`)
  const found = await getAll('consents', keys)
  return [...found.values()].map(({ _id, left, at }) => ({ template: _id.slice(0, _id.indexOf(':')), left, at }))
}

async function officialOf(openid: string): Promise<CopyRow<'official'>[]> {
  const links = await find('officialLinks', { openid }, { limit: MOST })
  const followers = await getAll(
    'followers',
    links.flatMap(({ follower }) => follower ?? []),
  )
  return links.map(({ follower, boundAt }) => ({ follows: followers.get(follower ?? '')?.follows ?? false, boundAt }))
}

async function staffOf(openid: string): Promise<CopyRow<'staff'>[]> {
  const [present, former] = await Promise.all([get('staff', openid), get('formerStaff', openid)])
  return [
    ...(present ? [{ staffName: present.name, role: present.role, since: present.since, until: null }] : []),
    ...(former ? [{ staffName: former.name, role: former.role, since: former.since, until: former.until }] : []),
  ]
}

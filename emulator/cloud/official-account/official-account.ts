/**
 * The university's official account: who follows it, its menu, and what happens when somebody follows, leaves or taps an entry.
 * Its menu begins as many universities' is, so that merging has something to keep.
 */
import type { Clock } from '../clock/clock'
import type { DatabaseFile } from '../durable/database-file'
import type { DurableValues } from '../durable/values'
import { type Delivered, deliver } from './delivery'
import { Followers, followerOf, unionidOf } from './followers'
import { Tokens } from './tokens'

export type OfficialAccountSettings = {
  appid: string
  secret: string
  /** What both sides sign with. */
  token: string
  /** 43 characters; '' means plain mode. */
  encodingAesKey: string
  /** The account's name in messages, gh_… */
  name: string
}

export type MenuButton = Record<string, unknown> & { name: string; sub_button?: MenuButton[] }

const FIRST_MENU: MenuButton[] = [
  {
    name: '江大首页',
    sub_button: [
      { type: 'view', name: '学校官网', url: 'https://www.ujs.edu.cn/' },
      { type: 'click', name: '联系我们', key: 'contact' },
    ],
  },
  { name: '服务', sub_button: [{ type: 'view', name: '访客预约', url: 'https://www.ujs.edu.cn/visitor' }] },
]
const MENU = 'official-account.menu'
const SEPARATE = 'official-account.separate'
const WAIT_MS = 5000

type Surroundings = { clock: Clock; values: DurableValues; file: DatabaseFile; url: () => string }

export class OfficialAccount {
  readonly followers: Followers
  readonly tokens: Tokens

  constructor(
    readonly settings: OfficialAccountSettings,
    private readonly around: Surroundings,
  ) {
    this.followers = new Followers(around.file)
    this.tokens = new Tokens(around.clock)
  }

  get menu(): MenuButton[] {
    const kept = this.around.values.get(MENU)
    return kept ? JSON.parse(kept) : FIRST_MENU
  }

  set menu(buttons: MenuButton[]) {
    this.around.values.set(MENU, JSON.stringify(buttons))
  }

  /** Whether the official account and the mini program are under one Open Platform account. */
  get joined(): boolean {
    return this.around.values.get(SEPARATE) !== 'yes'
  }

  set joined(joined: boolean) {
    this.around.values.set(SEPARATE, joined ? 'no' : 'yes')
  }

  /** The UnionID that WeChat gives to a person; undefined while the accounts are separate. */
  unionidOf(openid: string): string | undefined {
    return this.joined ? unionidOf(openid) : undefined
  }

  /** The person taps "follow". Following twice tells the server nothing. */
  async follow(openid: string): Promise<Delivered | null> {
    return this.followers.follow(openid, this.now()) ? this.tell(openid, { Event: 'subscribe', EventKey: '' }) : null
  }

  async unfollow(openid: string): Promise<Delivered | null> {
    return this.followers.unfollow(openid) ? this.tell(openid, { Event: 'unsubscribe', EventKey: '' }) : null
  }

  /** The person taps an entry that opens a mini program. @returns null when they do not follow or there is no such entry */
  async tap(openid: string, name: string): Promise<{ page: string; delivered: Delivered } | null> {
    const entry = this.menu
      .flatMap((button) => [button, ...(button.sub_button ?? [])])
      .find((button) => button.name === name && button.type === 'miniprogram')
    if (!entry || !this.follows(openid)) return null
    const page = String(entry.pagepath)
    const event = { Event: 'view_miniprogram', EventKey: page, MenuId: '1' }
    return { page, delivered: await this.tell(openid, event) }
  }

  follows(openid: string): boolean {
    return this.followers.find(followerOf(openid)) !== null
  }

  /** Sends an event once more or a made-up one, as WeChat would: for tests of repetitions and of order. */
  tell(openid: string, event: Record<string, string>, createdAt = this.now()): Promise<Delivered> {
    const fields = {
      ToUserName: this.settings.name,
      FromUserName: followerOf(openid),
      CreateTime: Math.floor(createdAt / 1000),
      MsgType: 'event',
      ...event,
    }
    const url = `${this.around.url()}/http/binding`
    return deliver(fields, { url, settings: this.settings, now: () => this.now(), waitMs: WAIT_MS })
  }

  clear(): void {
    this.followers.clear()
    this.tokens.clear()
    this.menu = FIRST_MENU
    this.joined = true
  }

  private now(): number {
    return this.around.clock.now()
  }
}

/** A campus with cards on phones: people who have activated, their codes, and what a guard's phone keeps. */
import { listFacts } from '../../../domain/gate/status-list-facts'
import type { StatusList } from '../../../domain/gate/status-list-layout'
import { takeUpdate } from '../../../domain/gate/status-list-update'
import { deviceSigner, fromHex, showPass, stepOf } from '../../../domain/pass'
import { addDays, HOUR, startOf } from '../../../domain/time/shanghai'
import { type TestCloud, THURSDAY } from './cloud'
import { activation, deviceKey, GUARD, issueTo } from './office'
import { type Person, person } from './people'

/** Friday, nine in the morning: cards of the round can be activated, every point is open. */
export const FRIDAY_MORNING = startOf(addDays(THURSDAY, 1)) + 9 * HOUR

/** Somebody's phone with the card on it. */
export class CardPhone {
  credential: Uint8Array = new Uint8Array()
  number = ''
  serial = -1

  constructor(
    private readonly ecard: TestCloud,
    readonly who: Person,
    readonly seed: number,
  ) {}

  async activate(): Promise<this> {
    const { who, seed } = this
    const { card } = this.take(
      await this.ecard.value(who.openid, 'activation', 'activate', activation(this.ecard, who, seed)),
    )
    this.number = card.number
    this.serial = this.ecard.record('cards', card.number).binding.serial
    return this
  }

  /** Asks for the card, as the phone does whenever it is online. */
  async renew(): Promise<any> {
    const { devicePublicKey } = deviceKey(this.seed)
    return this.take(await this.ecard.value(this.who.openid, 'card', 'show', { devicePublicKey }))
  }

  private take(reply: any) {
    this.credential = reply.credential ? fromHex(reply.credential.credential)! : this.credential
    return reply
  }

  /** The text of its QR code. */
  code({ at = this.ecard.now, challenge = null }: { at?: number; challenge?: number | null } = {}): string {
    const sign = deviceSigner(deviceKey(this.seed).secret)
    return showPass({ credential: this.credential, step: stepOf(at), challenge, sign })
  }
}

/** The first `count` people, activated on Friday morning; the office is open. */
export async function activated(ecard: TestCloud, count: number): Promise<CardPhone[]> {
  const people = Array.from({ length: count }, (_, n) => person(n + 1))
  await issueTo(ecard, people)
  await ecard.moveTo(FRIDAY_MORNING)
  const phones = people.map((who, n) => new CardPhone(ecard, who, n + 1))
  for (const phone of phones) {
    await phone.activate()
  }
  return phones
}

/** A guard's phone, as far as it keeps the status list. */
export class GuardPhone {
  list: StatusList | null = null
  /** Bytes that came with the last answer; null when it said that nothing is newer. */
  received: number | null = null
  private keys: Uint8Array[] = []

  constructor(private readonly ecard: TestCloud) {}

  async open(): Promise<any> {
    const reply = await this.ecard.value(GUARD, 'gate', 'open', { sequence: this.list?.sequence ?? null })
    this.keys = reply.listKeys.map((key: string) => fromHex(key))
    this.take(reply.update)
    return reply
  }

  async refresh(): Promise<void> {
    this.take((await this.ecard.value(GUARD, 'gate', 'list', { sequence: this.list?.sequence ?? null })).update)
  }

  /** What the list says of a serial now. */
  says(serial: number): string {
    return listFacts(this.list, this.ecard.now).status(serial)
  }

  private take(update: string | null) {
    this.received = update === null ? null : Buffer.from(update, 'base64').length
    if (update === null) {
      return
    }
    const limits = { lastSequence: this.list?.sequence ?? 0, now: this.ecard.now }
    const taken = takeUpdate(this.list, new Uint8Array(Buffer.from(update, 'base64')), this.keys, limits)
    if (!taken.ok) {
      throw new Error(`The phone refuses the list: ${taken.code}`)
    }
    this.list = taken.value
  }
}

/** Staff change the state of a card. */
export function setStatus(ecard: TestCloud, cardNumber: string, status: string, by: string, reason?: string) {
  const usual: Record<string, string> = { active: 'resolved', suspended: 'phone_lost', revoked: 'misuse' }
  return ecard.call(by, 'office', 'setCardStatus', { cardNumber, status, reason: reason ?? usual[status] })
}

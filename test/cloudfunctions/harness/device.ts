/** A turnstile: a key from the office, and requests by HTTP to the running cloud. */
import type { TestCloud } from './cloud'
import { ADMIN } from './office'

export type HttpReply = { status: number; json: any; headers: Headers }

export class Device {
  constructor(
    private readonly ecard: TestCloud,
    readonly id: string,
    readonly key: string,
  ) {}

  get url(): string {
    return `${this.ecard.cloud.url}/http/gate/check`
  }

  /** Asks about a code, as the example client does. */
  check(text: string, { scan, ...fields }: { scan?: string; challenge?: number | null } = {}): Promise<HttpReply> {
    return this.send(JSON.stringify({ text, ...fields }), scan === undefined ? {} : { 'idempotency-key': scan })
  }

  /** Any request; undefined leaves a header out. */
  async send(body: string, headers: Record<string, string | undefined> = {}, method = 'POST', url = this.url) {
    const all = { authorization: `Bearer ${this.key}`, 'content-type': 'application/json', ...headers }
    const given = Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))
    const hasBody = method !== 'GET' && method !== 'HEAD'
    const response = await fetch(url, { method, headers: Object.fromEntries(given), ...(hasBody && { body }) })
    const text = await response.text()
    return { status: response.status, json: text === '' ? null : JSON.parse(text), headers: response.headers }
  }
}

/** Adds a device at a point. */
export async function addDevice(ecard: TestCloud, point: string, name = 'Turnstile'): Promise<Device> {
  const { device, key } = await ecard.value(ADMIN, 'office', 'addDevice', { name, point })
  return new Device(ecard, device.id, key)
}

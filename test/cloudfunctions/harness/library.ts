/** A library: its door for tickets as the example runs it, on the cloud's clock, and an EZproxy's own check. */
import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { ROOT } from './build'

export const EZPROXY = { server: 'http://127.0.0.1:9', secret: 'shared-with-the-library' }
export const DOOR = 'http://127.0.0.1:8'

/**
 * What the library function is given for both entrances; the door's real address is put into its links by the tests.
 */
export const doorKeys = { LIBRARY_DOOR: DOOR, LIBRARY_EZPROXY: EZPROXY.server, LIBRARY_EZPROXY_SECRET: EZPROXY.secret }

type Entrance = { status: number; location: string | null; refusal: string | null }

/** What the door checks tickets of: its keys by HTTP, and the time there, epoch milliseconds. */
type Issuer = { readonly now: number; readonly cloud: { readonly url: string } }

/** The example in a process of its own. */
export class LibraryDoor {
  private child: ChildProcess | null = null
  private url = ''
  said = ''

  constructor(
    private readonly ecard: Issuer,
    private readonly env: Record<string, string>,
  ) {}

  /**
   * Starts it.
   * @param ahead how far its clock is ahead of the cloud's, milliseconds
   * @param age for how long it has been open then
   */
  async open(ahead = 0, age = 60_000): Promise<this> {
    const shift = this.ecard.now - Date.now() + ahead
    const env = {
      PATH: process.env.PATH ?? '',
      JWKS: `${this.ecard.cloud.url}/http/library/.well-known/jwks.json`,
      ISSUER: 'https://card.example/library',
      AUDIENCE: DOOR,
      PORT: '0',
      ...this.env,
    }
    const script = join(ROOT, 'test/examples/library-door.mjs')
    const child = spawn(process.execPath, ['--import', clockModule(shift - age), script], {
      env,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    })
    this.child = child
    this.url = await this.address(child)
    await new Promise((resolve) => {
      child.once('message', resolve)
      child.send(shift)
    })
    return this
  }

  /** Where it listens, once it says so. */
  private address(child: ChildProcess): Promise<string> {
    return new Promise((resolve, reject) => {
      child.stdout?.on('data', (chunk) => {
        this.said += chunk
        const port = /listening (\d+)/.exec(this.said)?.[1]
        if (port) {
          resolve(`http://127.0.0.1:${port}`)
        }
      })
      child.stderr?.on('data', (chunk) => {
        this.said += chunk
      })
      child.once('close', () => reject(new Error(`The door did not open: ${this.said}`)))
    })
  }

  /** Follows a link, as a browser does. */
  async enter(link: string): Promise<Entrance> {
    const { search } = new URL(link)
    const response = await fetch(`${this.url}/${search}`, { redirect: 'manual' })
    await response.text()
    const { status, headers } = response
    return { status, location: headers.get('location'), refusal: headers.get('x-refusal') }
  }

  async close(): Promise<void> {
    const { child } = this
    if (child && child.exitCode === null) {
      const gone = new Promise((resolve) => child.once('exit', resolve))
      child.kill()
      await gone
    }
  }
}

/** EZproxy's check of a link: digest, then age, in minutes as its TimeValid. Written from OCLC's description. */
export function ezproxyAdmits(link: string, now: number, timeValid: number, algorithm = 'sha512'): string | null {
  const query = new URL(link).searchParams
  const [user = '', ticket = ''] = [query.get('user') ?? '', query.get('ticket') ?? '']
  const at = ticket.indexOf('$')
  const [digest, packet] = [ticket.slice(0, at), ticket.slice(at)]
  const right = createHash(algorithm)
    .update(EZPROXY.secret + user + packet)
    .digest('hex')
  const made = Number(/\$u(\d+)/.exec(packet)?.[1]) * 1000
  return digest === right && Math.abs(now - made) <= timeValid * 60_000 && packet.endsWith('$e') ? user : null
}

/** A module that moves a process's clock, and moves it again when told to; it answers once that is done. */
function clockModule(shift: number): string {
  const script = `
    const Real = Date
    let shift = ${shift}
    globalThis.Date = class extends Real {
      constructor(...given) { super(...(given.length > 0 ? given : [Real.now() + shift])) }
      static now() { return Real.now() + shift }
    }
    process.on('message', (to) => { shift = to; process.send('moved') })`
  return `data:text/javascript,${encodeURIComponent(script)}`
}

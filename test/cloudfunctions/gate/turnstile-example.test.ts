/** The example client runs against the emulator, and the description for builders says what the code does. */
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { deviceRefusals } from '../../../domain/gate/device-api'
import { verdictCodes } from '../../../domain/pass'
import { ROOT } from '../harness/build'
import { testCloud } from '../harness/cloud'
import { addDevice, type Device } from '../harness/device'
import { activated, type CardPhone } from '../harness/gate'
import { openOffice } from '../harness/office'

const ecard = testCloud()
let phones: CardPhone[] = []
let east: Device

beforeAll(async () => {
  await openOffice(ecard)
  phones = await activated(ecard, 3)
  east = await addDevice(ecard, 'gate-east')
}, 60_000)

/** Runs the example with lines on its standard input; what it prints. */
function turnstile(lines: string[], env: Record<string, string>): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(ROOT, 'test/examples/turnstile.mjs')], {
      env: { PATH: process.env.PATH ?? '', ...env },
    })
    let said = ''
    child.stdout.on('data', (chunk) => {
      said += chunk
    })
    child.stderr.on('data', (chunk) => {
      said += chunk
    })
    child.on('error', reject)
    child.on('close', () => resolve(said.trim().split('\n')))
    child.stdin.end(`${lines.join('\n')}\n`)
  })
}

test('opens for a good code and for nothing else', async () => {
  const [one, two] = phones as [CardPhone, CardPhone]
  const code = one.code()
  const said = await turnstile([code, code, '', 'a poster', two.code()], {
    GATE_URL: east.url,
    DEVICE_KEY: east.key,
  })
  expect(said).toEqual(['OPEN admitted 张*明', 'CLOSED replayed 张*明', 'CLOSED malformed', 'OPEN admitted 张*明'])
})

test('stays closed with a wrong key, and without one does not begin', async () => {
  const wrong = { GATE_URL: east.url, DEVICE_KEY: 'A'.repeat(43) }
  expect(await turnstile([phones[2]!.code()], wrong)).toEqual(['CLOSED key_unknown'])
  expect(await turnstile([], {})).toEqual(['Set GATE_URL and DEVICE_KEY.'])
})

describe('when the answer is lost on the way', () => {
  let proxy: Server
  let lost = 0

  /** Hands requests on, and breaks the connection in the place of the first answer. */
  beforeAll(async () => {
    proxy = createServer(async (request, response) => {
      const chunks: Buffer[] = []
      for await (const chunk of request) {
        chunks.push(chunk as Buffer)
      }
      const { host: _, 'content-length': __, connection: ___, ...headers } = request.headers
      const body = Buffer.concat(chunks)
      const answer = await fetch(east.url, { method: 'POST', headers: headers as Record<string, string>, body })
      if (lost === 0) {
        lost += 1
        request.socket.destroy()
        return
      }
      response.writeHead(answer.status, { 'content-type': 'application/json' }).end(await answer.text())
    })
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
  })
  afterAll(() => new Promise((resolve) => proxy.close(resolve)))

  test('it asks again, the holder is let in, and the scan is on record once', async () => {
    const before = ecard.records('scans').length
    const url = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}/gate/check`
    const said = await turnstile([phones[2]!.code()], { GATE_URL: url, DEVICE_KEY: east.key })
    expect([lost, said]).toEqual([1, ['OPEN admitted 张*明']])
    expect(ecard.records('scans')).toHaveLength(before + 1)
  })
})

describe('docs/openapi/gate.yaml', () => {
  const yaml = readFileSync(join(ROOT, 'docs/openapi/gate.yaml'), 'utf8')
  /** The items of the block list that follows the key at the end of `path`. */
  const listUnder = (path: string[]) => {
    const start = path.reduce((from, key) => yaml.indexOf(`${key}:`, from) + key.length + 1, 0)
    const block = /^\s*\n((?:\s+- .*\n)+)/.exec(yaml.slice(start))?.[1] ?? ''
    return [...block.matchAll(/- (\S+)/g)].map(([, item]) => item)
  }

  test('lists the verdicts in their order and every code that is answered instead', () => {
    expect(listUnder(['  schemas', '    Verdict', '        verdict', 'enum'])).toEqual([...verdictCodes])
    expect(listUnder(['  schemas', '    Refusal', '        code', 'enum'])).toEqual(Object.keys(deviceRefusals))
  })

  test('has every status that is answered, and no other', () => {
    const described = [...yaml.matchAll(/^ {8}"(\d{3})":$/gm)].map(([, status]) => Number(status))
    expect(described).toEqual([...new Set([200, ...Object.values(deviceRefusals)])].sort())
  })

  test('is at the path and with the fields that the service takes', async () => {
    expect(yaml).toContain('\n  /gate/check:\n    post:\n')
    const { json } = await east.check(phones[0]!.code({ at: ecard.now - 600_000 }))
    for (const [schema, value] of Object.entries({ Verdict: json, Holder: json.holder })) {
      const required = new RegExp(`\\n    ${schema}:\\n(?:.*\\n){1,3}? {6}required: \\[(.*)\\]`).exec(yaml)?.[1]
      expect(required?.split(', ').sort()).toEqual(Object.keys(value as object).sort())
    }
  })
})

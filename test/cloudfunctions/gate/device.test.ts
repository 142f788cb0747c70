/**
 * Turnstiles and hand scanners: the same verdicts by HTTP, each scan on record once, and every way a request can be
 * wrong.
 */
import { connect } from 'node:net'
import { stepOf } from '../../../domain/pass'
import { DAY, HOUR } from '../../../domain/time/shanghai'
import { testCloud } from '../harness/cloud'
import { addDevice, type Device } from '../harness/device'
import { activated, type CardPhone, setStatus } from '../harness/gate'
import { ADMIN, openOffice, REVIEWER } from '../harness/office'

const ecard = testCloud()
let phones: CardPhone[] = []
let east: Device
let library: Device
const scans = () => ecard.records('scans')
/** Codes of a phone must be new for every admission: the next one. */
const nextStep = () => ecard.moveTo(ecard.now + 10_000)

beforeAll(async () => {
  await openOffice(ecard)
  phones = await activated(ecard, 6)
  east = await addDevice(ecard, 'gate-east')
  library = await addDevice(ecard, 'library', 'Library door')
}, 60_000)

describe('keys', () => {
  test('shown once, stored hashed, listed for admins without anything that opens', async () => {
    const { devices } = await ecard.value(ADMIN, 'office', 'devices')
    expect(devices.map(({ name, point }: any) => [name, point]).sort()).toEqual([
      ['Library door', 'library'],
      ['Turnstile', 'gate-east'],
    ])
    expect(east.key).toMatch(/^[A-Za-z0-9_-]{43}$/)
    const everything = JSON.stringify([devices, ecard.records('devices'), ecard.records('audit')])
    expect(everything).not.toContain(east.key)
    expect(everything).not.toContain(library.key)
  })

  test('point_unknown and device_unknown', async () => {
    const add = { name: 'x', point: 'nowhere' }
    expect(await ecard.call(ADMIN, 'office', 'addDevice', add)).toEqual({ ok: false, code: 'point_unknown' })
    const id = 'f'.repeat(64)
    expect(await ecard.call(ADMIN, 'office', 'revokeDevice', { id })).toEqual({ ok: false, code: 'device_unknown' })
  })

  test('key_revoked from the next request on; revoking again changes nothing', async () => {
    const device = await addDevice(ecard, 'gate-west', 'Short life')
    expect((await device.check('1')).status).toBe(200)
    const { device: first } = await ecard.value(ADMIN, 'office', 'revokeDevice', { id: device.id })
    expect(await device.check(phones[0]!.code())).toMatchObject({ status: 403, json: { code: 'key_revoked' } })
    expect((await ecard.value(ADMIN, 'office', 'revokeDevice', { id: device.id })).device).toEqual(first)
    const entries = ecard.records('audit').filter(({ action }) => action === 'office.revokeDevice')
    expect(entries).toHaveLength(1)
  })

  test('revoked during use: whatever was asked after the answer to the revocation is refused', async () => {
    const device = await addDevice(ecard, 'gate-west', 'Busy')
    const statuses: number[] = []
    let revoked = false
    const asking = Promise.all(
      [0, 1].map(async () => {
        while (!revoked) {
          statuses.push((await device.check('1')).status)
        }
      }),
    )
    await ecard.value(ADMIN, 'office', 'revokeDevice', { id: device.id })
    revoked = true
    const after = await device.check('1')
    await asking
    expect(after.status).toBe(403)
    expect(statuses.every((status) => status === 200 || status === 403)).toBe(true)
    expect(statuses).toContain(200)
  })
})

describe('verdicts', () => {
  test('admitted: what is compared with the physical card, and no more', async () => {
    const [phone] = phones as [CardPhone]
    const { status, json, headers } = await east.check(`  ${phone.code()}\n`)
    expect(status).toBe(200)
    expect(json).toEqual({
      now: expect.any(Number),
      verdict: 'admitted',
      signal: 'green',
      admit: true,
      holder: {
        maskedName: '张*明',
        last4: phone.who.form.document.number.slice(-4),
        class: 1,
        validUntil: expect.any(String),
      },
    })
    expect(headers.get('content-type')).toBe('application/json; charset=utf-8')
    expect(headers.get('cache-control')).toBe('no-store')
  })

  test('each other verdict is an answer, not an error; before it is genuine nobody is named', async () => {
    const [, open, suspended, revoked] = phones as CardPhone[]
    await setStatus(ecard, suspended!.number, 'suspended', REVIEWER)
    await setStatus(ecard, revoked!.number, 'revoked', REVIEWER)
    const text = open!.code()
    const wrong = text.slice(0, 300) + (text[300] === '1' ? '2' : '1') + text.slice(301)
    const expected = [
      ['hello', 'malformed', 'red', false],
      [wrong, 'forged', 'red', false],
      [revoked!.code(), 'revoked', 'red', true],
      [suspended!.code(), 'suspended', 'red', true],
      [open!.code({ at: ecard.now - 2 * 60_000 }), 'clock_wrong', 'amber', true],
    ] as const
    for (const [code, verdict, signal, isNamed] of expected) {
      const { status, json } = await east.check(code)
      expect([status, json.verdict, json.signal, json.admit]).toEqual([200, verdict, signal, false])
      expect(json.holder !== null).toBe(isNamed)
    }
  })

  test('an answer to the number on the device’s screen needs no clock', async () => {
    const [, phone] = phones as CardPhone[]
    const answer = phone!.code({ at: 0, challenge: 271 })
    expect((await east.check(answer, { challenge: 272 })).json.verdict).toBe('forged')
    expect((await east.check(answer)).json.verdict).toBe('replayed')
    const moment = ecard.now
    expect((await east.check(answer, { challenge: 271 })).json.verdict).toBe('admitted')
    // Its own time counts as used: the number opens nothing twice, and neither does a code of the same moment.
    expect((await east.check(answer, { challenge: 271 })).json.verdict).toBe('replayed')
    expect((await east.check(phone!.code({ at: moment }))).json.verdict).toBe('replayed')
  })

  test('replayed: the same code again, an older one after it, the same at another device of the point', async () => {
    await nextStep()
    const phone = phones[4]!
    const older = phone.code()
    await nextStep()
    const code = phone.code()
    const second = await addDevice(ecard, 'gate-east', 'Second lane')
    expect((await east.check(code)).json.verdict).toBe('admitted')
    expect((await east.check(code)).json).toMatchObject({ verdict: 'replayed', signal: 'red', admit: false })
    expect((await second.check(code)).json.verdict).toBe('replayed')
    expect((await library.check(code)).json.verdict).toBe('admitted')
    expect((await east.check(older)).json.verdict).toBe('replayed')
  })

  test('replayed: an older code, also when another instance of the function admitted the newer one', async () => {
    const phone = phones[5]!
    // As that instance leaves it on record: a step later, and the latest that can be in use while the older code lives.
    for (const later of [1, 3]) {
      await ecard.moveTo(ecard.now + 60_000)
      const older = phone.code()
      const step = stepOf(ecard.now) + later
      const [example] = scans().filter(({ verdict, serial }) => verdict === 'admitted' && serial !== null)
      const newer = { ...example, _id: `${phone.serial}:${step}:gate-east`, serial: phone.serial, step }
      await ecard.cloud.world.database.insert('scans', [newer])
      expect((await library.check(older)).json.verdict).toBe('admitted')
      expect((await east.check(older)).json).toMatchObject({ verdict: 'replayed', admit: false })
    }
    await ecard.moveTo(ecard.now + 60_000)
    expect((await east.check(phone.code())).json.verdict).toBe('admitted')
  })

  test('an older and a newer code at the same moment: the newer opens, the older never after it', async () => {
    await nextStep()
    const phone = phones[5]!
    const older = phone.code()
    await nextStep()
    const newer = phone.code()
    const replies = await Promise.all([older, newer, older, newer].map((code) => east.check(code)))
    const admitted = replies.map(({ json }) => json.admit)
    expect([admitted[1], admitted[3]].filter(Boolean)).toHaveLength(1)
    expect([admitted[0], admitted[2]].filter(Boolean).length).toBeLessThanOrEqual(1)
    expect((await east.check(older)).json.verdict).toBe('replayed')
  })

  test('not_allowed_here is decided at the device’s own point', async () => {
    await ecard.moveTo(ecard.now + 13.5 * HOUR)
    expect((await library.check(phones[5]!.code())).json.verdict).toBe('not_allowed_here')
    await ecard.moveTo(ecard.now + 10.5 * HOUR)
  })
})

describe('exactly once', () => {
  test('of many at once with one code, one is let in', async () => {
    await nextStep()
    const code = phones[5]!.code()
    const before = scans().length
    const replies = await Promise.all(Array.from({ length: 8 }, () => east.check(code)))
    expect(replies.filter(({ json }) => json.admit)).toHaveLength(1)
    expect(replies.filter(({ json }) => json.verdict === 'replayed')).toHaveLength(7)
    const stored = scans().slice(before)
    expect(stored.filter(({ verdict }) => verdict === 'admitted')).toHaveLength(1)
  })

  test('a repeated request under its name gets the answer of the first time and is one scan', async () => {
    await nextStep()
    const code = phones[5]!.code()
    const before = scans().length
    const scan = 'b7f7a0f0-0001'
    const replies = await Promise.all(Array.from({ length: 6 }, () => east.check(code, { scan })))
    expect(replies.map(({ json }) => json.verdict)).toEqual(Array(6).fill('admitted'))
    expect((await east.check(code, { scan })).json.admit).toBe(true)
    expect(scans()).toHaveLength(before + 1)
    const other = await addDevice(ecard, 'gate-east', 'Names alike')
    expect((await other.check(code, { scan })).json.verdict).toBe('replayed')
    expect((await east.check(code, { scan: 'b7f7a0f0-0002' })).json.verdict).toBe('replayed')
  })

  test('a refused one, too: each name and code once, without a name once in ten seconds', async () => {
    await nextStep()
    const before = scans().length
    for (const scan of ['refused-1', 'refused-1', 'refused-2']) {
      await east.check('nonsense', { scan })
    }
    await Promise.all([east.check('nonsense'), east.check('nonsense')])
    expect(scans()).toHaveLength(before + 3)
    expect(scans().at(-1)).toMatchObject({ verdict: 'malformed', serial: null, device: east.id, guard: '' })
  })
})

describe('wrong requests', () => {
  const body = () => JSON.stringify({ text: phones[0]!.code() })

  test.each([
    ['no key', { authorization: undefined }, 401, 'key_missing'],
    ['another scheme', { authorization: 'Basic abc' }, 401, 'key_missing'],
    ['an unknown key', { authorization: `Bearer ${'A'.repeat(43)}` }, 401, 'key_unknown'],
    ['a torn key', { authorization: 'Bearer abc' }, 401, 'key_unknown'],
    ['no content type', { 'content-type': '' }, 415, 'not_json'],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, 415, 'not_json'],
    ['bytes', { 'content-type': 'application/octet-stream' }, 415, 'not_json'],
    ['another character set', { 'content-type': 'application/json; charset=gbk' }, 415, 'not_json'],
    ['a name that is none', { 'idempotency-key': 'short' }, 400, 'bad_request'],
  ])('%s', async (_, headers, status, code) => {
    const before = scans().length
    const reply = await east.send(body(), headers)
    expect([reply.status, reply.json]).toEqual([status, { code }])
    expect(reply.headers.has('www-authenticate')).toBe(status === 401)
    expect(scans()).toHaveLength(before)
  })

  test.each(['', '{', '{"text":"00', 'null', '[]', '"x"', '{}', '{"text":1}', '{"text":"1","point":"library"}'])(
    'a body that is not the question: %s',
    async (text) => {
      const before = scans().length
      expect(await east.send(text)).toMatchObject({ status: 400, json: { code: 'bad_request' } })
      expect(scans()).toHaveLength(before)
    },
  )

  test.each([
    ['a text too long', { text: 'x'.repeat(2001) }],
    ['five digits', { text: '1', challenge: 10_000 }],
    ['digits as text', { text: '1', challenge: '7' }],
    ['a fraction', { text: '1', challenge: 1.5 }],
    ['an operator', { text: { $ne: null } }],
  ])('fields out of their range: %s', async (_, question) => {
    expect(await east.send(JSON.stringify(question))).toMatchObject({ status: 400, json: { code: 'bad_request' } })
  })

  test('other methods and paths', async () => {
    for (const method of ['GET', 'PUT', 'DELETE', 'PATCH']) {
      const reply = await east.send(body(), {}, method)
      expect([reply.status, reply.json, reply.headers.get('allow')]).toEqual([
        405,
        { code: 'method_not_allowed' },
        'POST',
      ])
    }
    for (const path of ['', '/', '/checks', '/record', '/open', '/check/../record']) {
      const url = `${ecard.cloud.url}/http/gate${path}`
      expect(await east.send(body(), {}, 'POST', url)).toMatchObject({ status: 404, json: { code: 'path_unknown' } })
    }
  })

  test('above 100 kB: refused by the platform, and by the function if the platform lets it through', async () => {
    const large = JSON.stringify({ text: ' '.repeat(101 * 1024) })
    const response = await fetch(east.url, {
      method: 'POST',
      headers: { authorization: `Bearer ${east.key}`, 'content-type': 'application/json' },
      body: large,
    })
    expect(response.status).toBe(413)
    const event = {
      path: '/gate/check',
      httpMethod: 'POST',
      headers: { Authorization: `Bearer ${east.key}`, 'Content-Type': 'application/json' },
      body: Buffer.from(large).toString('base64'),
      isBase64Encoded: true,
    }
    const { result } = await ecard.cloud.world.functions.invoke('gate', event, { kind: 'http' })
    expect(result).toMatchObject({ statusCode: 413, body: '{"code":"body_too_large"}' })
  })

  test('a body that breaks off is answered with nothing and recorded nowhere; the gate goes on', async () => {
    const before = scans().length
    const { hostname, port } = new URL(ecard.cloud.url)
    const head = `POST /http/gate/check HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${east.key}\r\n`
    await new Promise<void>((resolve) => {
      const socket = connect(Number(port), hostname, () => {
        socket.write(`${head}content-type: application/json\r\ncontent-length: 500\r\n\r\n{"text":"0123`)
        setTimeout(() => socket.destroy(), 50)
      })
      socket.on('close', () => resolve())
      socket.on('error', () => undefined)
    })
    await nextStep()
    expect((await east.check(phones[0]!.code())).json.verdict).toBe('admitted')
    expect(scans()).toHaveLength(before + 1)
  })

  test('somebody who dresses an event as HTTP is a person', async () => {
    const event = { httpMethod: 'POST', path: '/check', headers: { authorization: `Bearer ${east.key}` }, body: body() }
    expect(await ecard.cloud.call('o-nobody', 'gate', event)).toEqual({ ok: false, code: 'unknown_action' })
    const { result } = await ecard.cloud.world.functions.invoke('office', event, { kind: 'http' })
    expect(result).toEqual({ ok: false, code: 'unknown_action' })
  })

  test('internal: a failure is a 500 with a reference; what was sent is in no log', async () => {
    await ecard.setRecord('devices', east.id, { point: 'pulled-down' })
    const reply = await east.check(phones[0]!.code())
    expect([reply.status, reply.json]).toEqual([
      500,
      { code: 'internal', reference: expect.stringMatching(/^[0-9a-f]{8}$/) },
    ])
    expect(ecard.lastLog()).toContain(reply.json.reference)
    expect(ecard.lastLog()).not.toContain(east.key)
    await ecard.setRecord('devices', east.id, { point: 'gate-east' })
  })
})

test('what devices recorded is judged by the timer: one code at two points becomes a mark', async () => {
  await ecard.moveTo(ecard.now + DAY)
  const code = phones[5]!.code()
  const west = await addDevice(ecard, 'gate-west')
  expect([(await east.check(code)).json.admit, (await west.check(code)).json.admit]).toEqual([true, true])
  const marks = async () => (await ecard.value(REVIEWER, 'office', 'marks', { state: 'open' })).marks
  const before = (await marks()).length
  await ecard.cloud.controls.fireTimer('gate')
  const [newest, ...others] = await marks()
  expect(others).toHaveLength(before)
  expect(newest).toMatchObject({ kind: 'replayed', cardNumber: phones[5]!.number, maskedName: '张*明' })
  expect(newest.scans.map(({ point }: any) => point).sort()).toEqual(['gate-east', 'gate-west'])
})

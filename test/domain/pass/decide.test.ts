import {
  admits,
  decide,
  decodeDigits,
  deviceSigner,
  encodeDigits,
  type GateContext,
  type SerialStatus,
  signalOf,
  VerifiedCredentials,
  verdictCodes,
} from '../../../domain/pass'
import { emptySignature, mixedOrderKey, mixedOrderSigner, smallOrderKeys, withLargeS } from './crafted'
import {
  bytes,
  codeOf,
  credentialOf,
  gate,
  holder,
  KEY_ID,
  keys,
  NOW,
  opensslSigner,
  STEP,
  TODAY,
  verdictOf,
} from './scene'

/** The code with its bytes changed. */
const changed = (text: string, change: (pass: Uint8Array) => void) => {
  const pass = decodeDigits(text) ?? new Uint8Array()
  change(pass)
  return encodeDigits(pass)
}
const status = (value: SerialStatus): Partial<GateContext> => ({ status: () => value })
const closed = { point: { id: 'library', opens: () => false } }

describe('admitted', () => {
  test('a fresh code of a live card, with everything the guard needs', () => {
    expect(decide(codeOf(), gate())).toEqual({ verdict: 'admitted', holder, step: STEP, drift: 0, answering: false })
  })

  test('blanks and line ends of a hand scanner do not matter', () => {
    expect(verdictOf(` ${codeOf()}\r\n`)).toBe('admitted')
  })

  test('the point is asked about this class at this time', () => {
    const opens = jest.fn(() => true)
    verdictOf(codeOf({ of: credentialOf({ class: 2, expiryDay: TODAY }) }), { point: { id: 'gate-east', opens } })
    expect(opens).toHaveBeenCalledWith(2, NOW)
  })

  test('on the last day of the credential, until midnight in Shanghai', () => {
    const code = (step: number) => codeOf({ of: credentialOf({ expiryDay: TODAY }), step })
    const midnight = (TODAY + 1) * 86_400_000 - 8 * 3_600_000
    expect(verdictOf(code(midnight / 10_000 - 1), { now: midnight - 1 })).toBe('admitted')
    expect(verdictOf(code(midnight / 10_000), { now: midnight })).toBe('expired')
  })

  test.each([
    [1, 'admitted'],
    [2, 'clock_wrong'],
    [0, 'admitted'],
    [-2, 'admitted'],
    [-3, 'clock_wrong'],
  ])('a code %i steps ahead is %s', (ahead, verdict) => {
    expect(verdictOf(codeOf({ step: STEP + ahead }))).toBe(verdict)
    expect(verdictOf(codeOf({ step: STEP + ahead }), { now: NOW + 9_999 })).toBe(verdict)
  })
})

describe('malformed', () => {
  const code = codeOf()
  test.each([
    ['empty', ''],
    ['one digit too few', code.slice(1)],
    ['one digit too many', `${code}0`],
    ['another QR code', 'https://example.org/'],
    ['a letter inside', `${code.slice(0, 100)}O${code.slice(101)}`],
    ['a blank inside', `${code.slice(0, 100)} ${code.slice(100)}`],
    ['full-width digits', code.replace(/^\d/, '１')],
    ['a group beyond seven bytes', `99999999999999999${code.slice(17)}`],
    ['the smallest group beyond seven bytes', `${2n ** 56n}${code.slice(17)}`],
    ['a shorter pass', encodeDigits(new Uint8Array(118).fill(0x11))],
    ['two passes', code + code],
  ])('%s', (_, text) => {
    expect(decide(text, gate())).toEqual({ verdict: 'malformed' })
  })

  test.each([0x11, 0x13, 0x10, 0x02, 0x52, 0x00, 0x91])('another suite: %p', (suite) => {
    expect(verdictOf(changed(code, (pass) => (pass[0] = suite)))).toBe('malformed')
  })
})

describe('unknown_key', () => {
  test('a key id that this gate has no keys for', () => {
    const code = codeOf({ of: credentialOf({}, { keyId: 8 }) })
    expect(decide(code, gate())).toEqual({ verdict: 'unknown_key' })
  })

  test('a genuine credential sealed under another view key: the gate is wrong, not the holder', () => {
    const view = bytes('ff'.repeat(16))
    expect(decide(codeOf(), gate({ keys: new Map([[KEY_ID, { ...keys, view }]]) }))).toEqual({ verdict: 'unknown_key' })
  })

  test.each([
    ['an issuer key of small order', { ...keys, issuer: bytes(smallOrderKeys[0]) }],
    ['an issuer key cut short', { ...keys, issuer: keys.issuer.slice(1) }],
    ['a view key of another length', { ...keys, view: new Uint8Array(32) }],
  ])('%s', (_, broken) => {
    expect(verdictOf(codeOf(), { keys: new Map([[KEY_ID, broken]]) })).toBe('unknown_key')
  })
})

describe('forged', () => {
  const code = codeOf()
  const other = credentialOf({ serial: 9 })

  test.each([
    ['key id of another key', 1, (pass: Uint8Array) => (pass[1] = 8)],
    ['holder block', 2, (pass: Uint8Array) => pass.set(other.subarray(2, 18), 2)],
    ['device key', 18, (pass: Uint8Array) => pass.set(keys.issuer, 18)],
    ['issuer signature', 50, (pass: Uint8Array) => pass.set(other.subarray(50, 114), 50)],
    ['time step', 114, (pass: Uint8Array) => (pass[117] = ((pass[117] ?? 0) + 1) % 256)],
    ['device signature', 118, (pass: Uint8Array) => pass.set(pass.subarray(50, 114), 118)],
  ])('another %s (byte %i)', (_, __, change) => {
    const both = new Map([
      [KEY_ID, keys],
      [8, keys],
    ])
    expect(verdictOf(changed(code, change), { keys: both })).toBe('forged')
  })

  test('nothing about the holder is said before the university vouches for it', () => {
    expect(
      decide(
        changed(code, (pass) => (pass[60] = 0)),
        gate(),
      ),
    ).toEqual({ verdict: 'forged' })
    expect(
      decide(
        changed(code, (pass) => (pass[130] = 0)),
        gate(),
      ),
    ).toEqual({ verdict: 'forged', answering: false })
  })

  test('a credential signed by somebody else', () => {
    const sign = opensslSigner(bytes('43'.repeat(32)))
    expect(verdictOf(codeOf({ of: credentialOf({}, { sign }) }))).toBe('forged')
  })

  test('a code signed by another phone', () => {
    expect(verdictOf(codeOf({ sign: deviceSigner(bytes('25'.repeat(32))) }))).toBe('forged')
    expect(verdictOf(codeOf({ sign: emptySignature }))).toBe('forged')
  })

  test('s beyond the group order, in either signature', () => {
    const device = changed(code, (pass) => pass.set(withLargeS(pass.subarray(118)), 118))
    const issuer = changed(code, (pass) => pass.set(withLargeS(pass.subarray(50, 114)), 50))
    expect([verdictOf(device), verdictOf(issuer)]).toEqual(['forged', 'forged'])
  })

  test.each(smallOrderKeys)('a device key of small order, even certified: %s', (key) => {
    const of = credentialOf({}, { device: bytes(key) })
    expect(verdictOf(codeOf({ of, sign: emptySignature }))).toBe('forged')
  })

  test('a device key of mixed order whose signature only holds with the cofactor', () => {
    const of = credentialOf({}, { device: mixedOrderKey })
    expect(verdictOf(codeOf({ of, sign: mixedOrderSigner }))).toBe('forged')
  })

  test('a challenge answered with another number', () => {
    const decision = decide(codeOf({ challenge: 4711 }), gate({ challenge: 4712 }))
    expect(decision).toEqual({ verdict: 'forged', answering: true })
  })

  test('an ordinary code made into an answer, and the other way round', () => {
    const flip = (pass: Uint8Array) => (pass[0] = (pass[0] ?? 0) ^ 0x80)
    expect(verdictOf(changed(code, flip), { challenge: 0 })).toBe('forged')
    expect(verdictOf(changed(codeOf({ challenge: 0 }), flip), { challenge: 0 })).toBe('forged')
  })
})

test('revoked', () => {
  const asked = jest.fn((): SerialStatus => 'revoked')
  expect(decide(codeOf(), gate({ status: asked }))).toMatchObject({ verdict: 'revoked', holder })
  expect(asked).toHaveBeenCalledWith(holder.serial)
})

test('suspended', () => {
  expect(decide(codeOf(), gate(status('suspended')))).toMatchObject({ verdict: 'suspended', holder })
})

test('expired', () => {
  const of = credentialOf({ expiryDay: TODAY - 1 })
  expect(decide(codeOf({ of }), gate())).toMatchObject({ verdict: 'expired', holder: { expiryDay: TODAY - 1 } })
})

describe('clock_wrong', () => {
  test.each([
    ['slow by an hour', -360, -3600],
    ['fast by a day', 8640, 86_400],
  ])('%s: the drift is told', (_, steps, drift) => {
    const decision = decide(codeOf({ step: STEP + steps }), gate())
    expect(decision).toMatchObject({ verdict: 'clock_wrong', holder, drift, step: STEP + steps })
  })
})

describe('replayed', () => {
  test('the same code twice, and an older one after it', () => {
    const context = gate()
    expect(decide(codeOf(), context).verdict).toBe('admitted')
    expect(decide(codeOf(), context).verdict).toBe('replayed')
    expect(decide(codeOf({ step: STEP - 1 }), context).verdict).toBe('replayed')
    expect(decide(codeOf({ step: STEP + 1 }), context).verdict).toBe('admitted')
  })

  test('another person in the same step is not', () => {
    const context = gate()
    expect(decide(codeOf(), context).verdict).toBe('admitted')
    expect(decide(codeOf({ of: credentialOf({ serial: 9 }) }), context).verdict).toBe('admitted')
  })

  test('an answer when no number is asked for', () => {
    expect(decide(codeOf({ challenge: 4711 }), gate())).toMatchObject({ verdict: 'replayed', answering: true })
  })

  test('an answer used again: the caller has cleared the number, or shows another', () => {
    const context = gate({ challenge: 4711 })
    const answer = codeOf({ challenge: 4711 })
    expect(decide(answer, context).verdict).toBe('admitted')
    expect(decide(answer, { ...context, challenge: null }).verdict).toBe('replayed')
    expect(decide(answer, { ...context, challenge: 815 }).verdict).toBe('forged')
  })

  test('an ordinary code of the same moment after an admitted answer', () => {
    const context = gate({ challenge: 4711 })
    expect(decide(codeOf({ challenge: 4711, step: STEP + 99_999 }), context).verdict).toBe('admitted')
    expect(decide(codeOf(), context).verdict).toBe('replayed')
    expect(decide(codeOf({ step: STEP + 1 }), context).verdict).toBe('admitted')
  })

  test('an answer does not bring back a step that was used before it', () => {
    const context = gate({ challenge: 4711 })
    expect(decide(codeOf({ step: STEP + 1 }), context).verdict).toBe('admitted')
    expect(decide(codeOf({ challenge: 4711 }), context).verdict).toBe('admitted')
    expect(decide(codeOf({ step: STEP + 1 }), context).verdict).toBe('replayed')
  })

  test('a refused code is not used up', () => {
    const context = gate()
    expect(decide(codeOf(), { ...context, ...closed }).verdict).toBe('not_allowed_here')
    expect(decide(codeOf(), { ...context, ...status('suspended') }).verdict).toBe('suspended')
    expect(decide(codeOf(), context).verdict).toBe('admitted')
  })

  test('an admission on an old list uses the code up, too', () => {
    const context = gate({ listAge: null })
    expect(decide(codeOf(), context).verdict).toBe('list_stale')
    expect(decide(codeOf(), context).verdict).toBe('replayed')
  })
})

describe('a visitor', () => {
  const codeFor = (expiryDay: number) => codeOf({ of: credentialOf({ class: 2, expiryDay }) })

  test('is let in on the day of the pass, not before and not after, with no network', () => {
    expect(verdictOf(codeFor(TODAY))).toBe('admitted')
    expect(verdictOf(codeFor(TODAY + 1))).toBe('not_allowed_here')
    expect(verdictOf(codeFor(TODAY - 1))).toBe('expired')
  })

  test('whose pass was cancelled is refused as revoked, also on the day', () => {
    expect(verdictOf(codeFor(TODAY), status('revoked'))).toBe('revoked')
  })

  test('who comes too early uses no code up', () => {
    const context = gate()
    expect(decide(codeFor(TODAY + 1), context).verdict).toBe('not_allowed_here')
    expect(context.seen.get(holder.serial)).toBeUndefined()
  })
})

test('not_allowed_here', () => {
  expect(decide(codeOf(), gate(closed))).toMatchObject({ verdict: 'not_allowed_here', holder })
})

describe('list_stale', () => {
  test.each([
    ['no list', { listAge: null }],
    ['a list older than policy', { listAge: 24 * 3_600_000 + 1 }],
    ['an age that is no number', { listAge: Number.NaN }],
    ['a list that cannot say', status('unknown')],
  ])('%s', (_, changes) => {
    expect(decide(codeOf(), gate(changes))).toMatchObject({ verdict: 'list_stale', holder })
  })

  test('a list exactly as old as policy allows is fresh', () => {
    expect(verdictOf(codeOf(), { listAge: 24 * 3_600_000 })).toBe('admitted')
  })
})

describe('challenge mode', () => {
  test.each([0, 1, 4711, 9999])('the right answer (%i) is admitted whatever the clock says', (challenge) => {
    for (const step of [0, STEP - 360, STEP, STEP + 8640, 0xffffffff]) {
      expect(verdictOf(codeOf({ challenge, step }), { challenge })).toBe('admitted')
    }
  })

  test('everything but time is still checked', () => {
    const code = codeOf({ challenge: 5, step: 0 })
    expect(verdictOf(code, { challenge: 5, ...status('revoked') })).toBe('revoked')
    expect(verdictOf(code, { challenge: 5, ...closed })).toBe('not_allowed_here')
    expect(verdictOf(codeOf({ of: credentialOf({ expiryDay: 0 }), challenge: 5 }), { challenge: 5 })).toBe('expired')
  })

  test('an ordinary code is judged by its time while a number is shown', () => {
    expect(verdictOf(codeOf(), { challenge: 5 })).toBe('admitted')
    expect(verdictOf(codeOf({ step: STEP - 360 }), { challenge: 5 })).toBe('clock_wrong')
  })
})

describe('the order of checks', () => {
  // Each step mends the first fault of a code that has all of them; the verdict must move to the next in the list.
  test('the first fault in the closed list is the verdict', () => {
    const seen = new Map([[holder.serial, STEP + 100]])
    const of = (expiryDay: number) => credentialOf({ expiryDay })
    const all = { seen, listAge: null, ...closed }
    const bad = codeOf({ of: of(0), step: STEP - 99 })
    const badSignature = changed(bad, (pass) => (pass[181] = (pass[181] ?? 0) ^ 1))
    const noKeys = { keys: new Map() }
    const verdicts = [
      verdictOf(`${badSignature}0`, { ...all, ...noKeys, ...status('revoked') }),
      verdictOf(badSignature, { ...all, ...noKeys, ...status('revoked') }),
      verdictOf(badSignature, { ...all, ...status('revoked') }),
      verdictOf(bad, { ...all, ...status('revoked') }),
      verdictOf(bad, { ...all, ...status('suspended') }),
      verdictOf(bad, all),
      verdictOf(codeOf({ step: STEP - 99 }), all),
      verdictOf(codeOf(), all),
      verdictOf(codeOf(), { ...all, seen: new Map() }),
      verdictOf(codeOf(), { listAge: null }),
      verdictOf(codeOf()),
    ]
    expect(verdicts).toEqual([...verdictCodes])
  })
})

describe('what has been verified', () => {
  test('is found again by every byte of the credential', () => {
    const verified = new VerifiedCredentials()
    expect(verdictOf(codeOf(), { verified })).toBe('admitted')
    expect(verified.size).toBe(1)
    for (let index = 2; index < 114; index++) {
      const code = changed(codeOf(), (pass) => (pass[index] = (pass[index] ?? 0) ^ 1))
      expect(verdictOf(code, { verified })).toBe('forged')
    }
    expect(verified.size).toBe(1)
  })

  test('serves ordinary codes and answers alike', () => {
    const verified = new VerifiedCredentials()
    expect(verdictOf(codeOf(), { verified })).toBe('admitted')
    expect(verdictOf(codeOf({ challenge: 1 }), { verified, challenge: 1 })).toBe('admitted')
    expect(verified.size).toBe(1)
  })

  test('is forgotten when the keys are replaced', () => {
    const verified = new VerifiedCredentials()
    expect(verdictOf(codeOf(), { verified })).toBe('admitted')
    const replaced = new Map([[KEY_ID, { issuer: mixedOrderKey, view: keys.view }]])
    expect(verdictOf(codeOf(), { verified, keys: replaced })).toBe('forged')
    expect(verdictOf(codeOf(), { verified, keys: new Map() })).toBe('unknown_key')
  })

  test('does not grow beyond its limit, and forgets what was unused for longest', () => {
    const verified = new VerifiedCredentials(2)
    const [one, two, three] = [1, 2, 3].map((serial) => credentialOf({ serial })) as [
      Uint8Array,
      Uint8Array,
      Uint8Array,
    ]
    const [first, second] = [one, two].map((credential) => verified.verify(credential, keys))
    expect(verified.verify(one, keys)).toBe(first)
    verified.verify(three, keys)
    expect(verified.size).toBe(2)
    expect(verified.verify(one, keys)).toBe(first)
    expect(verified.verify(two, keys)).toEqual(second)
    expect(verified.verify(two, keys)).not.toBe(second)
  })

  test('forged credentials are not remembered', () => {
    const verified = new VerifiedCredentials()
    expect(
      verdictOf(
        changed(codeOf(), (pass) => (pass[60] = 0)),
        { verified },
      ),
    ).toBe('forged')
    expect(verified.size).toBe(0)
  })
})

test('only admitted and list_stale let in; each verdict has its signal', () => {
  expect(verdictCodes.filter(admits)).toEqual(['list_stale', 'admitted'])
  expect(verdictCodes.filter((code) => signalOf(code) === 'green')).toEqual(['admitted'])
  expect(verdictCodes.filter((code) => signalOf(code) === 'amber')).toEqual([
    'unknown_key',
    'clock_wrong',
    'list_stale',
  ])
})

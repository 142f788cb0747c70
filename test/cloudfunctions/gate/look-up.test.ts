/** Looking a card up without its phone: what is told, what is counted, what is written down. */
import { mod11And10 } from '../../../domain/identity/iso7064'
import { addDays, DAY, HOUR } from '../../../domain/time/shanghai'
import { THURSDAY, testCloud } from '../harness/cloud'
import { activated, type CardPhone, setStatus } from '../harness/gate'
import { ADMIN, GUARD, openOffice, REVIEWER } from '../harness/office'

const ecard = testCloud()
let phones: CardPhone[] = []
const FRIDAY = addDays(THURSDAY, 1)
const ask = (cardNumber: string, last4: string, openid = GUARD, point = 'gate-east') =>
  ecard.call(openid, 'gate', 'lookUp', { cardNumber, last4, point })
const last4Of = ({ who }: CardPhone) => who.form.document.number.slice(-4) as string
/** A right number that nobody has. */
const stranger = (n: number) => {
  const body = `8${String(90_000_000 + n)}`
  return body + mod11And10(body)
}
const withTypo = (number: string) => number.slice(0, -1) + ((Number(number.at(-1)) + 1) % 10)
const entries = () => ecard.records('audit').filter(({ action }) => action === 'gate.lookUp')

beforeAll(async () => {
  await openOffice(ecard)
  phones = await activated(ecard, 5)
}, 60_000)

test('admitted: what the guard compares, the serial for the journal; blanks and hyphens are forgiven', async () => {
  const [phone] = phones as [CardPhone]
  const typed = `${phone.number.slice(0, 4)} ${phone.number.slice(4, 7)}-${phone.number.slice(7)}`
  const reply = await ask(typed, last4Of(phone).toLowerCase())
  expect(reply.value).toMatchObject({
    verdict: 'admitted',
    serial: phone.serial,
    holder: { maskedName: '张*明', last4: last4Of(phone), cardNumber: phone.number, class: 1 },
  })
  expect(JSON.stringify(reply)).not.toContain('张小明')
})

test('each other verdict: suspended, revoked, not_allowed_here, expired', async () => {
  const [open, suspended, revoked] = phones as [CardPhone, CardPhone, CardPhone]
  await setStatus(ecard, suspended.number, 'suspended', REVIEWER)
  await setStatus(ecard, revoked.number, 'revoked', REVIEWER)
  const verdict = async (phone: CardPhone, point?: string) =>
    (await ask(phone.number, last4Of(phone), GUARD, point)).value.verdict
  expect(await verdict(suspended)).toBe('suspended')
  expect(await verdict(revoked)).toBe('revoked')
  await ecard.moveTo(ecard.now + 14 * HOUR)
  expect(await verdict(open, 'library')).toBe('not_allowed_here')
  await ecard.setRecord('cards', open.number, { validUntil: addDays(FRIDAY, -1) })
  expect(await verdict(open)).toBe('expired')
  await ecard.moveTo(ecard.now + 10 * HOUR)
})

test('point_unknown', async () => {
  expect(await ask(phones[0]!.number, '0000', GUARD, 'nowhere')).toEqual({ ok: false, code: 'point_unknown' })
})

test('card_number_typo for a wrong check digit and for what no card has', async () => {
  const { number } = phones[4]!
  for (const typed of [withTypo(number), '', 'hello', number.slice(1), `${number}1`, '32110219900101001X']) {
    expect(await ask(typed, '0000', ADMIN)).toEqual({ ok: false, code: 'card_number_typo' })
  }
})

test('look_up_not_matched alike for other last four and for a number that nobody has', async () => {
  const wrong = await ask(phones[4]!.number, 'XXXX', ADMIN)
  expect(wrong).toEqual({ ok: false, code: 'look_up_not_matched' })
  expect(await ask(stranger(1), last4Of(phones[4]!), ADMIN)).toEqual(wrong)
})

test('an older card without check digit is found by its own number; with other last four it reads as a typo', async () => {
  const number = withTypo(phones[4]!.number)
  const { _id, ...card } = ecard.record('cards', phones[4]!.number)
  await ecard.cloud.world.database.insert('cards', [{ ...card, _id: number }])
  expect((await ask(number, last4Of(phones[4]!), ADMIN)).value).toMatchObject({ verdict: 'admitted' })
  expect(await ask(number, 'XXXX', ADMIN)).toEqual({ ok: false, code: 'card_number_typo' })
})

test('card_not_activated is told to whoever knows the last four, and to nobody else', async () => {
  const { binding: _, ...card } = ecard.record('cards', phones[4]!.number)
  const issued = { ...card, status: 'issued', binding: null, activatedAt: null, validUntil: null }
  await ecard.cloud.world.database.insert('cards', [{ ...issued, _id: stranger(7) }])
  expect(await ask(stranger(7), last4Of(phones[4]!))).toEqual({ ok: false, code: 'card_not_activated' })
  expect(await ask(stranger(7), 'XXXX')).toEqual({ ok: false, code: 'look_up_not_matched' })
})

test('look_up_limit: five wrong ones of a card a day, also at once and by several guards; right ones do not count', async () => {
  await ecard.moveTo(ecard.now + DAY)
  const phone = phones[4]!
  for (let n = 0; n < 8; n += 1) {
    expect((await ask(phone.number, last4Of(phone))).ok).toBe(true)
  }
  const guesses = Array.from({ length: 12 }, (_, n) => ask(phone.number, `A${n}`, n % 2 === 0 ? GUARD : ADMIN))
  const codes = (await Promise.all(guesses)).map(({ code }) => code)
  expect(codes.filter((code) => code === 'look_up_not_matched')).toHaveLength(5)
  expect(codes.filter((code) => code === 'look_up_limit')).toHaveLength(7)
  const limited = await ask(phone.number, last4Of(phone))
  expect(limited).toEqual({ ok: false, code: 'look_up_limit', details: { from: expect.any(String) } })
  await ecard.moveTo(ecard.now + DAY)
  expect((await ask(phone.number, last4Of(phone))).ok).toBe(true)
})

test('look_up_limit: thirty wrong ones of a guard a day; colleagues go on', async () => {
  await ecard.moveTo(ecard.now + DAY)
  const codes: (string | undefined)[] = []
  for (let n = 0; n < 31; n += 1) {
    codes.push((await ask(stranger(100 + n), '0000')).code)
  }
  expect(codes.slice(0, 30)).toEqual(Array(30).fill('look_up_not_matched'))
  expect(codes[30]).toBe('look_up_limit')
  expect((await ask(phones[4]!.number, last4Of(phones[4]!))).code).toBe('look_up_limit')
  expect((await ask(phones[4]!.number, last4Of(phones[4]!), ADMIN)).ok).toBe(true)
})

test('every look-up is in the audit log, without what was typed and without anybody’s data', () => {
  const outcomes = new Set(entries().map(({ details }) => details.outcome))
  expect([...outcomes].sort()).toEqual(
    [
      ...['admitted', 'card_not_activated', 'card_number_typo', 'expired', 'limit', 'look_up_not_matched'],
      ...['not_allowed_here', 'revoked', 'suspended'],
    ].sort(),
  )
  for (const { subject, by, details } of entries()) {
    expect([GUARD, ADMIN]).toContain(by)
    expect(Object.keys(details).sort()).toEqual(['outcome', 'point'])
    expect(subject === 'none' || ecard.record('cards', subject) !== null).toBe(true)
  }
  const stored = JSON.stringify([ecard.records('audit'), ecard.records('attempts')])
  expect(stored).not.toContain('19900101')
  expect(stored).not.toContain('XXXX')
})

import {
  credentialValidUntil,
  isCredentialGenuine,
  issueCredential,
  readVerifyKey,
  shouldRenewCredential,
} from '../../../domain/pass'
import { instantAt } from '../../../domain/time/shanghai'
import { credential, credentialOf, devicePublic, hex, issuerPublic, KEY_ID } from './scene'

const issuer = readVerifyKey(issuerPublic)!

describe('a credential', () => {
  test('asks the signer for exactly the tag and bytes 0 to 49, and carries the answer', () => {
    const sign = jest.fn((_message: Uint8Array) => new Uint8Array(64).fill(9))
    const issued = issueCredential({
      keyId: KEY_ID,
      holderBlock: new Uint8Array(16).fill(1),
      devicePublicKey: devicePublic,
      sign,
    })
    expect(issued).toHaveLength(114)
    expect(hex(issued)).toBe(`1207${'01'.repeat(16)}${hex(devicePublic)}${'09'.repeat(64)}`)
    expect(hex(sign.mock.calls[0]![0])).toBe(
      `${hex(Buffer.from('alumni-ecard/pass/1/credential\0'))}${hex(issued.slice(0, 50))}`,
    )
  })

  test('is genuine as issued, and in no other way', () => {
    expect(isCredentialGenuine(credential, issuer)).toBe(true)
    expect(isCredentialGenuine(credential, readVerifyKey(devicePublic)!)).toBe(false)
    expect(isCredentialGenuine(credential.subarray(0, 113), issuer)).toBe(false)
    expect(isCredentialGenuine(Uint8Array.from([...credential, 0]), issuer)).toBe(false)
    const answering = credential.slice()
    answering[0] = 0x92
    expect(isCredentialGenuine(answering, issuer)).toBe(false)
  })

  test('of one key id is not one of another', () => {
    const moved = credentialOf({}, { keyId: 8 })
    moved[1] = KEY_ID
    expect(isCredentialGenuine(moved, issuer)).toBe(false)
  })
})

describe('its life', () => {
  const issued = instantAt('2026-11-20', '12:00')

  test.each([
    ['2028-11-19', '2027-02-18'], // ninety days
    ['2027-02-18', '2027-02-18'],
    ['2027-02-17', '2027-02-17'], // never beyond the card
    ['2026-11-20', '2026-11-20'],
  ])('of a card valid until %s it ends on %s', (card, end) => {
    expect(credentialValidUntil(issued, card)).toBe(end)
  })

  test('days are counted in Shanghai', () => {
    expect(credentialValidUntil(instantAt('2026-11-21', '00:00') - 1, '2028-01-01')).toBe('2027-02-18')
    expect(credentialValidUntil(instantAt('2026-11-21', '00:00'), '2028-01-01')).toBe('2027-02-19')
  })

  test.each([
    ['2026-12-20', false], // sixty days left
    ['2026-12-21', true], // fifty-nine
    ['2027-02-18', true],
    ['2027-06-01', true], // ended long ago
  ])('on %s renewing is due: %p', (today, due) => {
    expect(shouldRenewCredential('2027-02-18', '2028-11-19', instantAt(today, '08:00'))).toBe(due)
  })

  test('a credential that ends with its card is not renewed: the card must be', () => {
    expect(shouldRenewCredential('2027-02-18', '2027-02-18', instantAt('2027-02-10', '08:00'))).toBe(false)
  })
})

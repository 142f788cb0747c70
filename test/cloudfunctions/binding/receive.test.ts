/** What comes to the official account's address: WeChat's own messages are taken once, everybody else's never. */
import { followerOf } from '../../../emulator/cloud/official-account/followers'
import { decryptMessage, sign } from '../../../emulator/cloud/official-account/signing'
import { fromXml, toXml } from '../../../emulator/cloud/official-account/xml'
import { testCloud } from '../harness/cloud'
import { functionKeys } from '../harness/keys'
import { eventXml, officialOf, post, seconds, send } from '../harness/official'

const ecard = testCloud()
const { OFFICIAL_TOKEN: token, OFFICIAL_AES_KEY: aesKey, OFFICIAL_APP_ID: appid } = functionKeys
const followers = () => ecard.records('followers')
const check = async (query: Record<string, string>) => {
  const response = await fetch(`${ecard.cloud.url}/http/binding?${new URLSearchParams(query)}`)
  return { status: response.status, text: await response.text(), type: response.headers.get('content-type') }
}

describe('the check of the address', () => {
  const signed = (echostr: string, timestamp = String(seconds(ecard))) => {
    return { signature: sign(token, timestamp, 'n'), timestamp, nonce: 'n', echostr }
  }

  test('echoes what a right signature asks for, as plain text', async () => {
    expect(await check(signed('4242'))).toEqual({ status: 200, text: '4242', type: 'text/plain; charset=utf-8' })
  })

  test('a wrong signature, an old one, none at all', async () => {
    expect((await check({ ...signed('1'), signature: 'f'.repeat(40) })).status).toBe(403)
    expect((await check({ ...signed('1'), nonce: 'other' })).status).toBe(403)
    expect((await check(signed('1', String(seconds(ecard) - 301)))).status).toBe(403)
    expect((await check({})).status).toBe(403)
  })

  test('echoes nothing that could be a page', async () => {
    expect(await check(signed('<script>alert(1)</script>'))).toMatchObject({ status: 400 })
  })
})

describe('a message of WeChat', () => {
  test('a follow is answered by the way to the card, encrypted and signed', async () => {
    const { status, text } = await send(ecard, eventXml(ecard))
    expect(status).toBe(200)
    const { Encrypt = '', MsgSignature, TimeStamp = '', Nonce = '' } = fromXml(text) ?? {}
    expect(MsgSignature).toBe(sign(token, TimeStamp, Nonce, Encrypt))
    const inner = decryptMessage(Encrypt, aesKey)
    expect(inner.appid).toBe(appid)
    expect(fromXml(inner.message)).toMatchObject({
      ToUserName: 'oFsomebody',
      FromUserName: 'gh_tests',
      MsgType: 'text',
    })
    expect(fromXml(inner.message)?.Content).toContain('我的校友卡')
  })

  test('other events and texts are answered and leave nothing behind', async () => {
    const before = followers().length
    const text = eventXml(ecard, { MsgType: 'text', Event: '', FromUserName: 'oFtalker' })
    expect(await send(ecard, text)).toEqual({ status: 200, text: 'success' })
    expect(await send(ecard, eventXml(ecard, { Event: 'CLICK' }))).toEqual({ status: 200, text: 'success' })
    expect(followers()).toHaveLength(before)
  })
})

describe('what is not a message of WeChat', () => {
  let before: number
  beforeEach(() => {
    before = followers().length
  })
  afterEach(() => {
    expect(followers()).toHaveLength(before)
  })
  const forged = () => eventXml(ecard, { FromUserName: 'oFforged' })

  test('another token, a signature over something else, no signature', async () => {
    expect(await send(ecard, forged(), { token: 'guessed' })).toMatchObject({ status: 403 })
    expect(await send(ecard, forged(), { signature: sign(token, '1', '1') })).toMatchObject({ status: 403 })
    expect(await send(ecard, forged(), { signature: '' })).toMatchObject({ status: 403 })
  })

  test('a message that was signed more than five minutes ago, or ahead', async () => {
    for (const shift of [-301, 301]) {
      const reply = await send(ecard, forged(), { timestamp: String(seconds(ecard) + shift) })
      expect(reply).toEqual({ status: 403, text: JSON.stringify({ code: 'signature_stale' }) })
    }
  })

  test('a message for another account, rightly signed and encrypted', async () => {
    const reply = await send(ecard, forged(), { appid: 'wx0000000000000009' })
    expect(reply).toEqual({ status: 403, text: JSON.stringify({ code: 'not_for_this_account' }) })
  })

  test('another key: what comes out is no message', async () => {
    const reply = await send(ecard, forged(), { key: aesKey.replace('abc', 'abd') })
    expect([400, 403]).toContain(reply.status)
  })

  test('a plain message, though its signature is right: safe mode is not left', async () => {
    const timestamp = String(seconds(ecard))
    const reply = await post(ecard, { signature: sign(token, timestamp, 'n'), timestamp, nonce: 'n' }, forged())
    expect(reply.status).toBe(403)
  })

  test('the body of one message under the signature of another', async () => {
    const timestamp = String(seconds(ecard))
    const other = toXml({ ToUserName: 'gh_tests', Encrypt: Buffer.alloc(64, 1).toString('base64') })
    expect((await send(ecard, forged(), { timestamp, body: other })).status).toBe(403)
  })

  test.each([
    ['torn', '<xml><Encrypt><![CDATA[abc'],
    ['no XML', '{"Encrypt":"abc"}'],
    ['empty', ''],
    ['two of one name', '<xml><Encrypt>a</Encrypt><Encrypt>b</Encrypt></xml>'],
    ['a document type', '<!DOCTYPE xml [<!ENTITY x SYSTEM "file:///etc/passwd">]><xml><Encrypt>&x;</Encrypt></xml>'],
    ['an entity of its own', '<xml><Encrypt>&x;</Encrypt></xml>'],
    [
      'an entity bomb',
      `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">${[...'bcdefghij']
        .map((name, n) => `<!ENTITY ${name} "${`&${'abcdefghi'[n]};`.repeat(10)}">`)
        .join('')}]><xml><Encrypt>&j;</Encrypt></xml>`,
    ],
  ])('%s', async (_, body) => {
    expect(await send(ecard, forged(), { body })).toEqual({ status: 400, text: JSON.stringify({ code: 'not_xml' }) })
  })

  test('the same inside the encryption', async () => {
    const bomb = '<!DOCTYPE x [<!ENTITY a "a">]><xml><FromUserName>&a;</FromUserName></xml>'
    expect(await send(ecard, bomb)).toMatchObject({ status: 400 })
    expect(await send(ecard, eventXml(ecard).slice(0, -20))).toMatchObject({ status: 400 })
  })

  test('more than 100 kB', async () => {
    expect((await send(ecard, forged(), { body: `<xml>${'x'.repeat(101 * 1024)}</xml>` })).status).toBe(413)
  })

  test('other methods', async () => {
    const response = await fetch(`${ecard.cloud.url}/http/binding`, { method: 'PUT', body: '' })
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, POST'])
  })
})

describe('messages that come again', () => {
  test('the same event twice, and ten times at once, is one', async () => {
    const openid = 'o-again'
    const official = officialOf(ecard)
    await official.follow(openid)
    const at = ecard.now
    const again = () => official.tell(openid, { Event: 'subscribe', EventKey: '' }, at)
    expect(await again()).toMatchObject({ answered: true, tries: 1 })
    await Promise.all(Array.from({ length: 10 }, again))
    const key = `${followerOf(openid)}:${Math.floor(at / 1000)}:subscribe`
    expect(ecard.records('officialEvents').filter(({ _id }) => _id === key)).toHaveLength(1)
    expect(ecard.record('followers', followerOf(openid))).toMatchObject({ follows: true, lookUp: 'done' })
  })

  test('an older follow that arrives after the leaving changes nothing', async () => {
    const openid = 'o-overtaken'
    const official = officialOf(ecard)
    const followed = ecard.now
    await ecard.moveTo(ecard.now + 2000)
    await official.tell(openid, { Event: 'unsubscribe', EventKey: '' })
    await official.tell(openid, { Event: 'subscribe', EventKey: '' }, followed)
    expect(ecard.record('followers', followerOf(openid))).toMatchObject({ follows: false })
  })

  test('the memory of messages is emptied after a day', async () => {
    expect(ecard.records('officialEvents').length).toBeGreaterThan(0)
    await ecard.moveTo(ecard.now + 25 * 3_600_000)
    await ecard.cloud.controls.fireTimer('binding')
    expect(ecard.records('officialEvents')).toEqual([])
  })
})

describe('WeChat cannot say who somebody is', () => {
  test('the follow is answered in time all the same, and the timer asks again', async () => {
    const openid = 'o-later'
    ecard.cloud.world.faults.plan('official', { kind: 'error', code: '-1' }, 1)
    expect(await officialOf(ecard).follow(openid)).toMatchObject({ answered: true, tries: 1 })
    expect(ecard.record('followers', followerOf(openid))).toMatchObject({ unionid: null, lookUp: 'due' })
    await ecard.cloud.controls.fireTimer('binding')
    const { unionid, lookUp } = ecard.record('followers', followerOf(openid))
    expect([unionid, lookUp]).toEqual([officialOf(ecard).unionidOf(openid), 'done'])
    expect(ecard.record('officialLinks', unionid)).toMatchObject({ follower: followerOf(openid) })
  })

  test('a server that does not answer is not waited for beyond the five seconds', async () => {
    ecard.cloud.world.faults.plan('official', { kind: 'timeout' }, 1)
    expect(await officialOf(ecard).follow('o-slow')).toMatchObject({ answered: true, tries: 1 })
    expect(ecard.record('followers', followerOf('o-slow'))).toMatchObject({ lookUp: 'due' })
  })
})

test('nothing that was sent stands in the log', () => {
  const lines = JSON.stringify(ecard.cloud.world.functionLog.lines())
  expect(lines).not.toContain('oFforged')
  expect(lines).not.toContain(token)
  expect(lines).not.toContain('access_token')
})

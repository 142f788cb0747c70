/** An account without an EncodingAESKey: messages are plain, and still nobody else's are taken. */
import { sign } from '../../../emulator/cloud/official-account/signing'
import { testCloud } from '../harness/cloud'
import { functionKeys } from '../harness/keys'
import { eventXml, officialOf, post, seconds } from '../harness/official'

const ecard = testCloud({ ...functionKeys, OFFICIAL_AES_KEY: '' })
const { OFFICIAL_TOKEN: token } = functionKeys

test('a follow is answered in plain XML', async () => {
  const delivered = await officialOf(ecard).follow('o-plain')
  expect(delivered).toMatchObject({ answered: true, tries: 1, statuses: [200] })
  expect(delivered?.text).toContain('My Alumni Card')
})

test('a wrong and an old signature are refused', async () => {
  const send = (timestamp: string, by = token) => {
    return post(ecard, { signature: sign(by, timestamp, 'n'), timestamp, nonce: 'n' }, eventXml(ecard))
  }
  expect((await send(String(seconds(ecard)))).status).toBe(200)
  expect((await send(String(seconds(ecard)), 'guessed')).status).toBe(403)
  expect((await send(String(seconds(ecard) - 301))).status).toBe(403)
})

/** A deployment whose library has no entrance yet: refused with its own word, and no link is counted. */
import { testCloud } from '../harness/cloud'
import { activated } from '../harness/gate'
import { openOffice } from '../harness/office'

const ecard = testCloud()

test('library_not_ready for either kind of resource', async () => {
  await openOffice(ecard)
  const [phone] = await activated(ecard, 1)
  for (const resource of ['cnki', 'web-of-science']) {
    expect(await ecard.call(phone!.who.openid, 'library', 'open', { resource })).toEqual({
      ok: false,
      code: 'library_not_ready',
    })
  }
  expect(ecard.records('attempts').filter(({ _id }) => _id.startsWith('library:'))).toEqual([])
}, 60_000)

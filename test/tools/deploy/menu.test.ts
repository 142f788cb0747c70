/** The menu: asked for only where there is an official account, published only when asked to. */
import { menuCall } from '../../../tools/deploy/menu'

const account = { OFFICIAL_APP_ID: 'wx-official', OFFICIAL_APP_SECRET: 'secret', AUDIT_KEY: 'none of its business' }

test('without an official account nothing is called', () => {
  expect(menuCall({}, 'wx-mini', true)).toBeNull()
  expect(menuCall({ OFFICIAL_APP_ID: 'wx-official' }, 'wx-mini', true)).toBeNull()
})

test('a dry run shows the difference, --apply publishes; the command gets the account’s keys and no others', () => {
  const environment = { OFFICIAL_APP_ID: 'wx-official', OFFICIAL_APP_SECRET: 'secret', MINI_PROGRAM_APP_ID: 'wx-mini' }
  expect(menuCall(account, 'wx-mini', false)).toEqual({ arguments: ['tools/menu.mjs'], environment })
  expect(menuCall(account, 'wx-mini', true)).toEqual({ arguments: ['tools/menu.mjs', '--publish'], environment })
})

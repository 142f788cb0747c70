/** Files of a chat and documents: chosen from this computer, sent and opened as its downloads. */
import fs from 'node:fs'
import { openPhone, type Phone, startWorld, type World } from './support/world'

let world: World
let phone: Phone

beforeAll(async () => {
  world = await startWorld()
}, 60_000)

afterAll(() => world?.stop())

beforeEach(async () => {
  phone = await openPhone(world, '?openid=o#pages/home/index')
})

afterEach(async () => {
  await phone?.close()
})

/** Runs a line on the phone as a page would. */
const run = (line: string) => phone.page.evaluate(`(async () => { ${line} })()`) as Promise<any>
const refusal = (line: string) => run(`try { ${line}; return '' } catch (error) { return error.errMsg }`)
const kept = (name: string) => `
  const path = wx.env.USER_DATA_PATH + '/${name}'
  wx.getFileSystemManager().writeFileSync(path, 'six,列', 'utf8')`

test('chooseMessageFile: the chosen files with name, size and type, readable at their paths', async () => {
  const chosen = run(`
    const { tempFiles } = await wx.chooseMessageFile({ count: 2, type: 'file', extension: ['csv', 'xlsx'] })
    const read = ({ path }) => wx.getFileSystemManager().readFileSync(path, 'utf8')
    return tempFiles.map((file) => ({ ...file, text: read(file) }))`)
  const input = phone.page.locator('.host-album input')
  await input.waitFor({ state: 'attached' })
  expect(await input.evaluate((element: HTMLInputElement) => [element.accept, element.multiple])).toEqual([
    '.csv,.xlsx',
    true,
  ])
  await input.setInputFiles(
    ['一.csv', '二.csv', '三.csv'].map((name) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(name) })),
  )
  expect(await chosen).toMatchObject([
    { name: '一.csv', size: 7, type: 'file', text: '一.csv', time: expect.any(Number) },
    { name: '二.csv', size: 7, type: 'file', text: '二.csv' },
  ])
})

test('chooseMessageFile: going back is a cancel', async () => {
  const refused = refusal('await wx.chooseMessageFile({ count: 1 })')
  await phone.page.locator('.host-album-back').click()
  expect(await refused).toBe('chooseMessageFile:fail cancel')
})

test.each([
  ['shareFileMessage', `{ filePath: path, fileName: '名单.csv' }`, 'list.csv', '名单.csv'],
  ['shareFileMessage', '{ filePath: path }', 'list.csv', 'list.csv'],
  ['openDocument', '{ filePath: path }', 'list.xlsx', 'document.xlsx'],
  ['openDocument', `{ filePath: path, fileType: 'xlsx' }`, 'list', 'document.xlsx'],
])('%s %s of %s is a download called %s', async (name, request, stored, shown) => {
  const download = phone.page.waitForEvent('download')
  await run(`${kept(stored)}; await wx.${name}(${request})`)
  const arrived = await download
  expect(arrived.suggestedFilename()).toBe(shown)
  expect(fs.readFileSync(await arrived.path(), 'utf8')).toBe('six,列')
})

test('a file that is not there, and a kind that WeChat does not open, are refused', async () => {
  expect(await refusal(`await wx.shareFileMessage({ filePath: 'wxfile://usr/none.csv' })`)).toContain(
    'shareFileMessage:fail no such file',
  )
  expect(await refusal(`await wx.openDocument({ filePath: 'wxfile://usr/none.pdf' })`)).toContain(
    'openDocument:fail no such file',
  )
  expect(await refusal(`${kept('list.csv')}; await wx.openDocument({ filePath: path })`)).toBe(
    'openDocument:fail filetype not supported',
  )
})

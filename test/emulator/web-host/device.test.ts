/** What a phone does for a page: its number, its album, its files, its network, its messages, its storage, its clock. */
import { openPhone, type Phone, startWorld, textOf, type World } from './support/world'

let world: World
let phone: Phone

beforeAll(async () => {
  world = await startWorld()
}, 60_000)

afterAll(() => world?.stop())
afterEach(() => phone?.close())

const open = async (address: string) => {
  phone = await openPhone(world, address)
  return phone.page
}

/** Runs code of the mini program's side: `wx` and the page's functions are there. */
const run = (code: string) => phone.page.evaluate(`(async () => { ${code} })()`) as Promise<any>
const caught = (code: string) => run(`try { ${code} } catch (error) { return { ...error, message: error.message } }`)
const agree = (page: Phone['page']) => page.getByText('同意', { exact: true }).click()

test('the phone number: privacy first, then the sheet, then a code that the cloud can exchange', async () => {
  const page = await open('?openid=demo-alumnus#parts/pages/device/device')
  await page.locator('#number').click()
  await agree(page)
  await page.getByText('+8613800000001').waitFor()
  await page.getByText('允许', { exact: true }).click()
  const detail = JSON.parse(await textOf(page, '#log', /getPhoneNumber/))
  expect(detail.errMsg).toBe('getPhoneNumber:ok')
  expect(detail.code).toMatch(/.+/)
})

test('the phone number declined', async () => {
  const page = await open('?openid=demo-alumnus#parts/pages/device/device')
  await page.locator('#number').click()
  await agree(page)
  await page.getByText('拒绝', { exact: true }).click()
  expect(await textOf(page, '#log', /getPhoneNumber/)).toContain('getPhoneNumber:fail user deny')
})

test('privacy declined: the API fails as documented, with errno 104', async () => {
  const page = await open('#parts/pages/device/device')
  await page.locator('#photo').click()
  await page.getByText('拒绝', { exact: true }).click()
  expect(await textOf(page, '#log', /chooseMedia/)).toBe('chooseMedia:fail privacy permission is not authorized')
})

test('the mini program asks about privacy itself when it listens; declined, the API fails', async () => {
  await open('#parts/pages/device/device')
  const answer = await run(`
    wx.onNeedPrivacyAuthorization((resolve, event) => { globalThis.asked = event.referrer; resolve({ event: 'disagree' }) })
    const failed = await Promise.resolve(wx.setClipboardData({ data: 'x' })).catch(({ errno }) => errno)
    return [globalThis.asked, failed, (await wx.getPrivacySetting()).needAuthorization]`)
  expect(answer).toEqual(['setClipboardData', 104, true])
})

test('saying that somebody agreed is not enough: the button that is named has to have been pressed', async () => {
  await open('#parts/pages/device/device')
  const answer = await run(`
    wx.onNeedPrivacyAuthorization((resolve) => { resolve({ event: 'agree', buttonId: 'b' }) })
    const waits = new Promise((done) => setTimeout(() => done('waits'), 300))
    return [await Promise.race([wx.setClipboardData({ data: 'x' }).then(() => 'went on'), waits]),
      (await wx.getPrivacySetting()).needAuthorization]`)
  expect(answer).toEqual(['waits', true])
})

test('a picture: sample album, compression, upload, and the cloud id shown as an image', async () => {
  const page = await open('?openid=demo-alumnus#parts/pages/device/device')
  await page.locator('#photo').click()
  await agree(page)
  await page.locator('.host-album-cell').first().click()
  expect(await textOf(page, '#log', /photo/)).toBe('photo 200x280')
  await page.locator('#upload').click()
  expect(await textOf(page, '#log', /cloud:/)).toContain('/photos/a b.jpg')
  const loaded = () => page.locator('#shown img').evaluate((image: HTMLImageElement) => [image.naturalWidth, image.src])
  await page.waitForFunction(() => /\/files\//.test(document.querySelector<HTMLImageElement>('#shown img')!.src))
  expect((await loaded())[0]).toBe(200)
})

test('a picture from this computer', async () => {
  const page = await open('#parts/pages/device/device')
  await page.locator('#photo').click()
  await agree(page)
  const buffer = await page.screenshot()
  await page.locator('.host-album input').setInputFiles({ name: 'x.png', mimeType: 'image/png', buffer })
  expect(await textOf(page, '#log', /photo/)).toBe('photo 200x433')
})

test('offline: a call fails with -1, before and half way', async () => {
  await open('?openid=o#pages/home/index')
  const call = (name: string) => `return await wx.cloud.callFunction({ name: '${name}' })`
  await run('phoneOnDesk.setOnline(false)')
  expect(await caught(call('echo'))).toMatchObject({ errCode: -1, errMsg: expect.stringContaining('request:fail') })
  expect(await run('return (await wx.getNetworkType()).networkType')).toBe('none')
  await run('phoneOnDesk.setOnline(true)')
  const half = caught(`setTimeout(() => phoneOnDesk.setOnline(false), 200); ${call('slow')}`)
  expect(await half).toMatchObject({ errCode: -1 })
  const heard = run(`
    const seen = []
    wx.onNetworkStatusChange((status) => seen.push(status.isConnected))
    phoneOnDesk.setOnline(true); phoneOnDesk.setOnline(false)
    return seen`)
  expect(await heard).toEqual([true, false])
})

test('a poor line: slow, losing questions or answers, failing at once; cut, it ends what waits', async () => {
  await open('?openid=o#pages/home/index')
  const call = `return await wx.cloud.callFunction({ name: 'echo' })`
  await run(`phoneOnDesk.setLine('broken')`)
  expect(await caught(call)).toMatchObject({ errCode: -1 })
  await run(`phoneOnDesk.setLine('slow')`)
  const started = Date.now()
  expect(await run(call)).toMatchObject({ errMsg: 'cloud.callFunction:ok' })
  expect(Date.now() - started).toBeGreaterThan(5_000)
  for (const line of ['silent', 'deaf']) {
    await run(`phoneOnDesk.setLine('${line}')`)
    const lost = caught(`setTimeout(() => phoneOnDesk.setOnline(false), 500); ${call}`)
    expect(await lost).toMatchObject({ errCode: -1 })
    await run('phoneOnDesk.setOnline(true)')
  }
  await run(`phoneOnDesk.setLine('fine')`)
  expect(await run(call)).toMatchObject({ errMsg: 'cloud.callFunction:ok' })
})

test('a failing function keeps its code', async () => {
  await open('?openid=o#pages/home/index')
  const error = await caught(`return await wx.cloud.callFunction({ name: 'broken' })`)
  expect(error.errCode).toBe(-504002)
  expect(error.errMsg).toContain('cloud.callFunction:fail')
})

test('callbacks: success and complete, or fail and complete; no promise then', async () => {
  const page = await open('#parts/pages/device/device')
  await page.locator('#sheet').click()
  await page.getByText('乙项').click()
  expect(await textOf(page, '#log', /showActionSheet/)).toBe('{"errMsg":"showActionSheet:ok","tapIndex":1}')
  await page.locator('#sheet').click()
  await page.getByText('取消').click()
  expect(await textOf(page, '#log', /fail/)).toBe('{"errMsg":"showActionSheet:fail cancel"}')
})

test('subscribe messages: a dialog, one answer a template, and only from a tap', async () => {
  const page = await open('?openid=o#parts/pages/device/device')
  expect(await caught(`return await wx.requestSubscribeMessage({ tmplIds: ['t'] })`)).toMatchObject({ errCode: 20000 })
  await page.locator('#notice').click()
  await page.locator('.host-setting input').nth(1).uncheck()
  await page.getByText('允许', { exact: true }).click()
  const answer = JSON.parse(await textOf(page, '#log', /t-one/))
  expect(answer).toMatchObject({ 't-one': 'accept', 't-two': 'reject' })
})

test('storage: kept over a restart, separate by phone and by person, with WeChat’s limit', async () => {
  const page = await open('?phone=a&openid=o1#pages/home/index')
  await run(`wx.setStorageSync('k', { n: 1, list: [true] })`)
  await page.reload()
  await page.locator('html[data-ready]').waitFor({ state: 'attached' })
  expect(await run(`return wx.getStorageSync('k')`)).toEqual({ n: 1, list: [true] })
  expect(await caught(`return await wx.getStorage({ key: 'none' })`)).toMatchObject({
    errMsg: 'getStorage:fail data not found',
  })
  const large = await caught(`wx.setStorageSync('big', 'x'.repeat(1024 * 1024 + 1))`)
  expect(large.message).toContain('setStorageSync:fail')
  for (const other of ['?phone=b&openid=o1', '?phone=a&openid=o2']) {
    await page.goto(`${world.url}/phone/${other}#pages/home/index`)
    await page.locator('html[data-ready]').waitFor({ state: 'attached' })
    expect(await run(`return wx.getStorageSync('k')`)).toBe('')
  }
})

test('files: written, appended, listed, kept over a restart; temporary ones are not', async () => {
  const page = await open('?phone=f#pages/home/index')
  const names = await run(`
    const fs = wx.getFileSystemManager(), root = wx.env.USER_DATA_PATH
    fs.mkdirSync(root + '/box')
    fs.writeFileSync(root + '/box/a.txt', '一', 'utf8')
    fs.appendFileSync(root + '/box/a.txt', '二', 'utf8')
    await new Promise((done, failed) => fs.writeFile({ filePath: root + '/box/b.bin', data: new Uint8Array([1, 2, 255]).buffer, success: done, fail: failed }))
    return fs.readdirSync(root + '/box')`)
  expect(names).toEqual(['a.txt', 'b.bin'])
  await page.waitForTimeout(200)
  await page.reload()
  await page.locator('html[data-ready]').waitFor({ state: 'attached' })
  const read = await run(`
    const fs = wx.getFileSystemManager(), root = wx.env.USER_DATA_PATH
    return [fs.readFileSync(root + '/box/a.txt', 'utf8'), [...new Uint8Array(fs.readFileSync(root + '/box/b.bin'))], fs.statSync(root + '/box').isDirectory()]`)
  expect(read).toEqual(['一二', [1, 2, 255], true])
  expect((await caught(`wx.getFileSystemManager().accessSync(wx.env.USER_DATA_PATH + '/none')`)).message).toContain(
    'accessSync:fail no such file or directory',
  )
  expect((await caught(`wx.getFileSystemManager().writeFileSync('/app.json', 'x')`)).message).toContain(
    'permission denied',
  )
})

test('time: the emulator’s, followed at once; a phone may be wrong by itself', async () => {
  await open('?openid=o#pages/home/index')
  const drift = async () => Math.abs((await run('return Date.now()')) - world.cloud.world.clock.now())
  expect(await drift()).toBeLessThan(2000)
  await world.cloud.controls.advanceClock(3 * 86_400_000)
  const moved = world.cloud.world.clock.now() - 5000
  await phone.page.waitForFunction((now) => Date.now() > now, moved, { timeout: 20_000 })
  expect(await drift()).toBeLessThan(2000)
  expect(await run('return new Date(2026, 0, 5).getDate() + typeof Date() + (new Date() instanceof Date)')).toBe(
    '5stringtrue',
  )
  await run('phoneOnDesk.setSkew(180000)')
  expect(await drift()).toBeGreaterThan(170_000)
})

test('timers: what came due while the clock was moved runs at once, in order; the rest waits', async () => {
  await open('?openid=o#pages/home/index')
  await run(`
    globalThis.rung = []
    const { setTimeout, setInterval, clearTimeout } = getApp().timers
    const after = (name, delay) => setTimeout(() => rung.push(name), delay)
    after('day', 86_400_000)
    after('hour', 3_600_000)
    after('week', 7 * 86_400_000)
    clearTimeout(after('cleared', 60_000))
    setInterval(() => rung.push('minute'), 60_000)
  `)
  await world.cloud.controls.advanceClock(2 * 86_400_000)
  await phone.page.waitForFunction(() => (globalThis as any).rung.length > 2, null, { timeout: 20_000 })
  expect(await run('return rung')).toEqual(['minute', 'hour', 'day'])
  await world.cloud.controls.advanceClock(60_000)
  await phone.page.waitForFunction(() => (globalThis as any).rung.length > 3, null, { timeout: 20_000 })
  expect(await run('return rung')).toEqual(['minute', 'hour', 'day', 'minute'])
})

test('random bytes arrive asynchronously; brightness and capture are remembered', async () => {
  await open('#pages/home/index')
  const answer = await run(`
    const { randomValues } = await wx.getRandomValues({ length: 16 })
    await wx.setScreenBrightness({ value: 1 })
    let shots = 0
    wx.onUserCaptureScreen(() => { shots += 1 })
    await phoneOnDesk.screenshot()
    return [randomValues.byteLength, (await wx.getScreenBrightness()).value, shots]`)
  expect(answer).toEqual([16, 1, 1])
})

test('leaving and returning: page and app hear it', async () => {
  const page = await open('#parts/pages/kit/kit')
  await page.locator('#host-capsule button').nth(1).click()
  await page.locator('.host-app-tile').click()
  const trace = await run('return getApp().trace')
  expect(trace.slice(-4)).toEqual(['hide', 'app hide', 'app show', 'show'])
})

/**
 * Every page of app.json, looked over: axe-core finds nothing serious, whatever can be tapped is large enough for a thumb, no words
 * are cut off. In Chinese and light with WeChat's standard letters, in English and dark with its largest; for words that are cut
 * off, which widths decide, also the other way round on a small and on a large phone. A page that app.json gains is looked over
 * without being named here.
 */
import { type Browser, startBrowser } from './browser'
import { clipped, smallTargets, violations } from './look-over'
import { everyPage, further, ownerOf, World } from './world'

jest.setTimeout(180_000)

const LOOKS = [
  { lang: 'zh', theme: 'light', font: 16, width: 375 },
  { lang: 'en', theme: 'dark', font: 23, width: 375 },
] as const
const WIDTHS = [
  { lang: 'en', theme: 'light', font: 23, width: 320 },
  { lang: 'zh', theme: 'dark', font: 23, width: 320 },
  { lang: 'en', theme: 'light', font: 16, width: 430 },
  { lang: 'zh', theme: 'dark', font: 23, width: 430 },
] as const
const visits = [...everyPage.map((page): [string, string] => [page, ownerOf(page)]), ...further]

let browser: Browser
let world: World

beforeAll(async () => {
  browser = await startBrowser()
  world = await World.start(browser)
})
afterAll(async () => {
  await browser?.close()
  await world?.dispose()
})

describe.each(LOOKS)('in $lang, $theme, letters of $font', (look) => {
  test.each(visits)('%s of %s', async (page, openid) => {
    const phone = await world.phoneOf({ openid, ...look })
    await world.open(phone, page, look.lang)
    expect({
      violations: await violations(phone),
      small: await smallTargets(phone),
      clipped: await clipped(phone),
    }).toEqual({ violations: [], small: [], clipped: [] })
  })
})

describe.each(WIDTHS)('$width px wide, in $lang, $theme, letters of $font', (look) => {
  test.each(visits)('%s of %s', async (page, openid) => {
    const phone = await world.phoneOf({ openid, ...look })
    await world.open(phone, page, look.lang)
    expect(await clipped(phone)).toEqual([])
  })
})

/**
 * Every page of app.json, looked over: axe-core finds nothing serious, whatever can be tapped is large enough for a thumb, no words
 * are cut off. In Chinese and light with WeChat's standard letters, in English and dark with its largest; for words that are cut
 * off, which widths decide, also the other way round on a small and on a large phone. A page that app.json gains is looked over
 * without being named here. Pictures of every page in every look: dist/journeys/comfort.
 */
import fs from 'node:fs'
import path from 'node:path'
import { type Browser, startBrowser } from './browser'
import { clipped, cutTitle, picture, smallTargets, violations } from './look-over'
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

const FOLDER = path.resolve('dist', 'journeys', 'comfort')

let browser: Browser
let world: World

beforeAll(async () => {
  fs.rmSync(FOLDER, { recursive: true, force: true })
  fs.mkdirSync(FOLDER, { recursive: true })
  browser = await startBrowser()
  world = await World.start(browser)
})
afterAll(async () => {
  await browser?.close()
  await world?.dispose()
})

type Look = (typeof LOOKS)[number] | (typeof WIDTHS)[number]

/** `pages-card-zh-light-16-375-2.png`: page, look, and which of the visits to it. */
function pictureOf(page: string, openid: string, { lang, theme, font, width }: Look): string {
  const [folder, name] = [page.split('/')[0], page.split('/').at(-1)]
  const visit = visits.filter(([each]) => each === page).findIndex(([, who]) => who === openid)
  return path.join(FOLDER, `${folder}-${name}-${lang}-${theme}-${font}-${width}-${visit + 1}.png`)
}

describe.each(LOOKS)('in $lang, $theme, letters of $font', (look) => {
  test.each(visits)('%s of %s', async (page, openid) => {
    const phone = await world.phoneOf({ openid, ...look })
    await world.open(phone, page, look.lang)
    await picture(phone, pictureOf(page, openid, look))
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
    await picture(phone, pictureOf(page, openid, look))
    expect([...(await cutTitle(phone)), ...(await clipped(phone))]).toEqual([])
  })
})

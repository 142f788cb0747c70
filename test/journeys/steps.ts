/**
 * A journey is a row of tests that build on one another. When one fails the ones after it cannot mean anything: they fail at
 * once instead of waiting, and the screens are kept in dist/journeys/ for whoever looks into it.
 */
import fs from 'node:fs'
import path from 'node:path'
import type { Browser } from './browser'

const FOLDER = path.resolve('dist', 'journeys')

/** Makes the `step` function of one journey. */
export function journey(name: string, browser: () => Browser | undefined) {
  let broken: string | null = null
  return (title: string, work: () => Promise<void>) => {
    test(title, async () => {
      if (broken) {
        throw new Error(`the journey ended at "${broken}"`)
      }
      try {
        await work()
      } catch (error) {
        broken = title
        await keepScreens(name, browser())
        throw error
      }
    })
  }
}

async function keepScreens(name: string, browser: Browser | undefined): Promise<void> {
  fs.mkdirSync(FOLDER, { recursive: true })
  const pages = browser?.contexts().flatMap((context) => context.pages()) ?? []
  for (const [index, page] of pages.entries()) {
    await page.screenshot({ path: path.join(FOLDER, `${name}-${index}.png`) })
  }
}

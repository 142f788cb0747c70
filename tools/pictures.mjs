// `npm run pictures`: takes the README's pictures again from the running product.
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { findChromium } from './chromium.mjs'
import { main, root, SetupError, setUp } from './setup.mjs'

await main(async () => {
  await setUp()
  const { bundle } = await import('./build/bundle.mjs')
  const file = path.join(root, 'dist', 'pictures', 'pictures.cjs')
  const options = { platform: 'node', format: 'cjs', target: 'node20', external: ['playwright-core'] }
  await bundle(path.join(root, 'test', 'journeys', 'pictures.ts'), file, options)
  const env = { ...process.env, CHROMIUM: await findChromium() }
  if (spawnSync(process.execPath, [file], { cwd: root, env, stdio: 'inherit' }).status !== 0) {
    throw new SetupError('The pictures were not taken; what went wrong stands above.')
  }
})

// `npm run deploy`: brings the product to a real WeChat account. Says what is missing and prints the plan;
// `npm run deploy -- --apply` carries it out. The steps: docs/deploy.md; the code: tools/deploy/.
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { main, root, setUp } from './setup.mjs'

await main(async () => {
  await setUp()
  const { bundle } = await import('./build/bundle.mjs')
  const file = path.join(root, 'dist', 'deploy', 'deploy.cjs')
  const options = { platform: 'node', format: 'cjs', target: 'node20' }
  await bundle(path.join(root, 'tools', 'deploy', 'main.ts'), file, options)
  process.exitCode = spawnSync(process.execPath, [file, ...process.argv.slice(2)], {
    cwd: root,
    stdio: 'inherit',
  }).status
})

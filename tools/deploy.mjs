// `npm run deploy`: brings the product to a real WeChat account. Says what is missing and prints the plan;
// `npm run deploy -- --apply` carries it out. The steps: docs/deploy.md; the code: tools/deploy/.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { main, root, setUp } from './setup.mjs'

await main(async () => {
  process.env.CLOUD_ENVIRONMENT ??= environmentOf(configurationFile())
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

function configurationFile() {
  const at = process.argv.indexOf('--config')
  return path.resolve(root, at === -1 ? 'deploy.config.json' : process.argv[at + 1])
}

// The mini program is built for the environment of the configuration. What is wrong with that file is said later.
function environmentOf(file) {
  try {
    return existsSync(file) ? String(JSON.parse(readFileSync(file, 'utf8')).environment ?? '') : ''
  } catch {
    return ''
  }
}

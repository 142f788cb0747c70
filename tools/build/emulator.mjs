// The emulator and the browser version of the mini program. Never shipped: it runs what the other steps built.
import { mkdir } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { bundle } from './bundle.mjs'

// Native or self-locating packages stay in node_modules.
const external = [
  'libsql',
  'esbuild',
  'glass-easel-template-compiler',
  'postcss',
  'postcss-selector-parser',
  'zxing-wasm',
]

/** Builds dist/emulator and dist/web-host. */
export async function buildEmulator(root) {
  const out = path.join(root, 'dist', 'emulator')
  await mkdir(out, { recursive: true })
  const options = { platform: 'node', format: 'cjs', target: 'node20', sourcemap: true, external }
  await Promise.all([
    bundle(path.join(root, 'emulator', 'main.ts'), path.join(out, 'main.cjs'), options),
    bundle(path.join(root, 'emulator', 'cloud', 'functions', 'worker.ts'), path.join(out, 'worker.cjs'), options),
    bundle(path.join(root, 'emulator', 'web-host', 'index.ts'), path.join(out, 'web-host.cjs'), options),
  ])
  const { buildWebHost } = createRequire(import.meta.url)(path.join(out, 'web-host.cjs'))
  const lines = []
  await buildWebHost({ root, out: path.join(root, 'dist', 'web-host'), log: (line) => lines.push(line) })
  return lines.join('; ') || 'done'
}

// What the mini program needs beside its own source: the rules (phone-rules.mjs), the university's colours (lib/brand.wxss),
// the cloud environment (lib/environment.js) and the TDesign components in use. All generated, none committed.
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { load } from './bundle.mjs'
import { buildRules } from './phone-rules.mjs'
import { copyTdesign } from './tdesign.mjs'

/** Builds miniprogram/lib and miniprogram/miniprogram_npm. */
export async function buildPhone(root) {
  const lib = path.join(root, 'miniprogram', 'lib')
  await mkdir(lib, { recursive: true })
  const rules = await buildRules(root)
  await writeBrand(root, lib)
  await writeEnvironment(lib, process.env.CLOUD_ENVIRONMENT ?? '')
  const components = await copyTdesign(root)
  return `rules ${Math.round(rules / 1024)} kB, ${components.count} TDesign components ${Math.round(components.bytes / 1024)} kB`
}

// A deployment names its environment; whoever opens the folder in DevTools gets the account's default one.
async function writeEnvironment(lib, id) {
  await writeFile(path.join(lib, 'environment.js'), `exports.environment = ${JSON.stringify(id)}\n`)
}

async function writeBrand(root, lib) {
  const { university } = await load(path.join(root, 'domain', 'university.ts'))
  const { accent, accentDark, accentSoft, accentSoftDark } = university.colours
  const rule = (strong, soft) => `page{--brand:${strong};--brand-soft:${soft}}`
  const dark = `@media (prefers-color-scheme:dark){${rule(accentDark, accentSoftDark)}}`
  await writeFile(path.join(lib, 'brand.wxss'), `${rule(accent, accentSoft)}\n${dark}\n`)
}

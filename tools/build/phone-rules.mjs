// The rules as phones get them: domain/client.ts for everybody, domain/client-guard.ts for the guard's package. A sub-package
// may require the main package's scripts, never the other way round, so what both need stands in miniprogram/lib once.
import { mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { build, transform } from 'esbuild'
import { pureRules } from './pure-rules.mjs'

/** Where each package's rules stand in the mini program, and what they are made of. */
const PACKAGES = { 'lib/domain': 'domain/client.ts', 'guard/lib/domain': 'domain/client-guard.ts' }
// ES2020 keeps `2n ** 255n`; older targets turn it into Math.pow, which BigInt refuses.
const OPTIONS = { target: 'es2020', minify: true, charset: 'utf8', logLevel: 'warning' }

/** Writes the rules of every package. @returns {Promise<number>} their bytes in all */
export async function buildRules(root) {
  const miniprogram = path.join(root, 'miniprogram')
  const { outputFiles } = await build({
    ...OPTIONS,
    entryPoints: Object.fromEntries(Object.entries(PACKAGES).map(([out, source]) => [out, path.join(root, source)])),
    outdir: miniprogram,
    chunkNames: 'lib/shared-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    write: false,
    plugins: [pureRules(root)],
  })
  await removeOld(path.join(miniprogram, 'lib'))
  const sizes = await Promise.all(outputFiles.map(({ path: file, text }) => writeScript(file, text)))
  return sizes.reduce((sum, size) => sum + size, 0)
}

// What is shared is named by its content, so an earlier build leaves other names behind.
async function removeOld(folder) {
  const names = await readdir(folder).catch(() => [])
  await Promise.all(names.filter((name) => name.startsWith('shared-')).map((name) => rm(path.join(folder, name))))
}

/** WeChat's phones know `require` only. */
async function writeScript(file, text) {
  const { code } = await transform(text, { ...OPTIONS, format: 'cjs' })
  await mkdir(path.dirname(file), { recursive: true })
  await writeFile(file, code)
  return (await stat(file)).size
}

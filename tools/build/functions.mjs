// Cloud functions: each cloudfunctions/<word>/index.ts becomes dist/cloudfunctions/<word>/ with the SDK inside, ready to be
// uploaded: index.js and its parts. What the code loads by `import()` stands in parts of its own, so that a start neither reads nor
// parses them (decision 21). What the emulator runs is this output. The collections are written beside it as data.
import { copyFile, mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { build, transform } from 'esbuild'
import { load } from './bundle.mjs'
import { lateEntries, leanSdk } from './lean-sdk.mjs'
import { pureRules } from './pure-rules.mjs'

/** The names of all functions: folders of cloudfunctions/ that are not shared kit. */
export async function functionNames(root) {
  const entries = await readdir(path.join(root, 'cloudfunctions'), { withFileTypes: true })
  return entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith('_')).map((entry) => entry.name)
}

/** Builds all functions and collections.json into a folder. */
export async function buildFunctions(root, dist = path.join(root, 'dist')) {
  const names = await functionNames(root)
  const out = path.join(dist, 'cloudfunctions')
  // Built beside and then put in place, so that a product that is running never meets a half-written folder.
  const draft = `${out}.${process.pid}`
  await Promise.all(names.map((name) => buildFunction(root, draft, name)))
  await rm(out, { recursive: true, force: true })
  await rename(draft, out)
  await writeCollections(root, dist)
  const sizes = await Promise.all(names.map((name) => scriptBytes(path.join(out, name))))
  return sizes.map((size, index) => `${names[index]} ${Math.round(size / 1024)} kB`).join(', ')
}

async function buildFunction(root, out, name) {
  const source = path.join(root, 'cloudfunctions', name)
  const folder = path.join(out, name)
  await mkdir(folder, { recursive: true })
  await writeScripts(root, path.join(source, 'index.ts'), folder)
  const manifest = { name, version: '0.0.0', private: true, main: 'index.js' }
  await writeFile(path.join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`)
  await copyFile(path.join(source, 'config.json'), path.join(folder, 'config.json'))
}

const OPTIONS = {
  platform: 'node',
  target: 'node20',
  minify: true,
  logLevel: 'warning',
  charset: 'utf8',
}

/** esbuild takes a program apart in ES modules only; the platform loads index.js by `require`. */
async function writeScripts(root, entry, folder) {
  const { outputFiles } = await build({
    ...OPTIONS,
    entryPoints: { index: entry, ...lateEntries },
    outdir: folder,
    chunkNames: 'part-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    legalComments: 'none',
    write: false,
    plugins: [pureRules(root), leanSdk()],
  })
  const supported = { 'dynamic-import': false } // a part is required as well, when its time comes
  for (const { path: file, text } of outputFiles) {
    const { code } = await transform(text, { ...OPTIONS, format: 'cjs', supported })
    await writeFile(file, code)
  }
}

async function scriptBytes(folder) {
  const scripts = (await readdir(folder)).filter((name) => name.endsWith('.js'))
  const stats = await Promise.all(scripts.map((name) => stat(path.join(folder, name))))
  return stats.reduce((sum, { size }) => sum + size, 0)
}

async function writeCollections(root, dist) {
  const { collections } = await load(path.join(root, 'cloudfunctions', '_kit', 'collections.ts'))
  await writeFile(path.join(dist, 'collections.json'), `${JSON.stringify(collections, null, 2)}\n`)
}

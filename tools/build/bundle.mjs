// esbuild with the project's settings, and a way to read a TypeScript module's exports while building.
import { mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { build } from 'esbuild'

/** Bundles one entry file; `options` are esbuild's. */
export function bundle(entry, outfile, options) {
  return build({ entryPoints: [entry], outfile, bundle: true, logLevel: 'warning', charset: 'utf8', ...options })
}

/** The exports of a TypeScript module that needs nothing but Node. */
export async function load(entry) {
  const folder = await mkdtemp(path.join(tmpdir(), 'build-'))
  try {
    const outfile = path.join(folder, 'module.cjs')
    await bundle(entry, outfile, { platform: 'node', format: 'cjs', target: 'node20' })
    return createRequire(outfile)(outfile)
  } finally {
    await rm(folder, { recursive: true })
  }
}

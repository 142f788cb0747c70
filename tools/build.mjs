// Builds everything that is not written by hand: the phone's copy of the rules, its components and colours, the cloud
// functions, the emulator and the browser version. `npm run build`; each step can also be called by name.
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildEmulator } from './build/emulator.mjs'
import { buildFunctions } from './build/functions.mjs'
import { buildPhone } from './build/phone.mjs'

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')

const steps = { phone: buildPhone, functions: buildFunctions, emulator: buildEmulator }

/** Runs the named steps (all without names) in order; throws with a readable message on the first failure. */
export async function build(names = Object.keys(steps), log = console.log) {
  for (const name of names) {
    const step = steps[name]
    if (!step) {
      throw new Error(`There is no build step "${name}". Steps: ${Object.keys(steps).join(', ')}.`)
    }
    const started = performance.now()
    const summary = await step(root)
    log(`  built ${name}: ${summary} (${Math.round(performance.now() - started)} ms)`)
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const names = process.argv.slice(2)
  await build(names.length > 0 ? names : undefined)
}

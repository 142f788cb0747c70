/**
 * The rules as the phone gets them (lib/domain.js, guard/lib/domain.js): WeChat's script engine has BigInt and typed arrays, but
 * no TextEncoder, no crypto, no process and no timers that a bundle may use while loading. Everything must load and sign there.
 */
import fs from 'node:fs'
import path from 'node:path'
import vm from 'node:vm'
import { root } from './harness/render'

const read = (file: string) => fs.readFileSync(path.join(root, file), 'utf8')

/** Loads a script with nothing but the language itself, and what it requires in the same way. `loaded`: by file. */
function loadBare(file: string, loaded = new Map<string, { exports: object }>(), context = vm.createContext({})): any {
  const module = { exports: {} }
  loaded.set(file, module)
  const require = (name: string) => {
    const wanted = path.join(path.dirname(file), name)
    return loaded.get(wanted)?.exports ?? loadBare(wanted, loaded, context)
  }
  vm.runInContext(`(function (module, exports, require) {${read(file)}\n})`, context)(module, module.exports, require)
  return module.exports
}

test('the rules load and show a pass with nothing but ES2020', () => {
  const rules = loadBare('lib/domain.js')
  const secret = Uint8Array.from({ length: 32 }, (_, index) => index)
  const text = rules.showPass({
    credential: new Uint8Array(114),
    step: 1,
    challenge: null,
    sign: rules.deviceSigner(secret),
  })
  expect(text).toMatch(/^\d{442}$/)
  expect(rules.passMatrix(text).size).toBe(57)
})

/** The scripts that a phone loads with this one, itself first. */
function loadedBy(file: string): string[] {
  const loaded = new Map<string, { exports: object }>()
  loadBare(file, loaded)
  return [...loaded.keys()]
}

test('the rules of gates load beside them and are ready to judge a code', () => {
  const guard = loadBare('guard/lib/domain.js')
  expect(guard.verdictCodes).toContain('admitted')
  for (const step of guard.gateWarmUp([], new guard.VerifiedCredentials())) {
    expect(step).not.toThrow()
  }
})

test('what both need stands in the main package once; what only gates need does not', () => {
  const main = loadedBy('lib/domain.js')
  const guard = loadedBy('guard/lib/domain.js')
  expect(guard.filter((file) => !file.startsWith('guard/'))).toEqual(main.slice(1))
  expect(read('guard/lib/domain.js')).toContain('bad decrypt')
  expect(main.filter((file) => read(file).includes('bad decrypt'))).toEqual([])
})

test('powers of BigInt are left as they are', () => {
  const files = [...loadedBy('lib/domain.js'), ...loadedBy('guard/lib/domain.js')]
  expect(files.filter((file) => read(file).includes('Math.pow'))).toEqual([])
})

/**
 * The rules as the phone gets them (lib/domain.js): WeChat's script engine has BigInt and typed arrays, but no TextEncoder, no
 * crypto, no process and no timers that a bundle may use while loading. Everything must load and sign there.
 */
import fs from 'node:fs'
import path from 'node:path'
import vm from 'node:vm'
import { root } from './harness/render'

const source = fs.readFileSync(path.join(root, 'lib', 'domain.js'), 'utf8')

/** Loads the bundle with nothing but the language itself. */
function loadBare(): Record<string, any> {
  const context = vm.createContext({})
  return vm.runInContext(
    `(() => { const module = { exports: {} }; (function (module, exports) {${source}\n})(module, module.exports); return module.exports })()`,
    context,
  )
}

test('the rules load and show a pass with nothing but ES2020', () => {
  const rules = loadBare()
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

test('powers of BigInt are left as they are', () => {
  expect(source.includes('Math.pow')).toBe(false)
})

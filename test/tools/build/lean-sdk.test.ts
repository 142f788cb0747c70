/** What the build makes of the SDK: packages loaded by first use, once; what is left out says so; a changed SDK is noticed. */
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import vm from 'node:vm'
import { buildAll } from '../../cloudfunctions/harness/build'
import { functionKeys } from '../../cloudfunctions/harness/keys'

const { functionsDir } = buildAll()
const { defer, lateEntries, leanSdk, LEFT_OUT } = require('../../../tools/build/lean-sdk.mjs')

const MODULE = `"use strict";
var wrap = (mod) => ({ default: mod });
const big_1 = wrap(require("big/one"));
const small_1 = require("small");
exports.early = small_1.value;
exports.late = () => big_1.default.value + big_1.default.value;
exports.made = () => new big_1.default.Thing().name;
exports.notOurs = (abig_1) => abig_1;
`

function run(text: string) {
  const loaded: string[] = []
  const exports: Record<string, any> = {}
  const require = (name: string) => {
    loaded.push(name)
    return {
      value: 21,
      Thing: class {
        readonly name = 'thing'
      },
    }
  }
  vm.runInNewContext(text, { exports, require })
  return { loaded, exports }
}

test('a package is loaded by its first use, once; the others as before', () => {
  const { text, names } = defer(MODULE, ['big/one', 'absent'])
  expect(names).toEqual(['big/one'])
  const { loaded, exports } = run(text)
  expect(loaded).toEqual(['small'])
  expect([exports.early, exports.late(), exports.made(), exports.notOurs(7)]).toEqual([21, 42, 'thing', 7])
  expect(loaded).toEqual(['small', 'big/one'])
})

test('what is written instead of the loading is up to the caller', () => {
  const { text } = defer(MODULE, ['big/one'], (loading: string, name: string) =>
    loading.replace(name, `./late/${name}`),
  )
  const { loaded, exports } = run(text)
  expect([exports.late(), loaded]).toEqual([42, ['small', './late/big/one']])
})

test('a module that loads none of them stays as it is', () => {
  expect(defer(MODULE, ['absent'])).toEqual({ text: MODULE, names: [] })
})

test('an SDK that looks otherwise fails the build, and says what to look at', () => {
  let end: () => { errors: { text: string }[] } = () => ({ errors: [] })
  const nothing = () => {}
  leanSdk().setup({ onStart: nothing, onLoad: nothing, onResolve: nothing, onEnd: (work: typeof end) => (end = work) })
  expect(end().errors.map(({ text }) => text)).toContainEqual(expect.stringContaining('no longer loads form-data'))
})

test('no function carries what is left out, and each says so when it is reached', () => {
  const names = fs.readdirSync(functionsDir)
  expect(names.length).toBeGreaterThan(5)
  for (const name of names) {
    const bundle = scriptsOf(name)
      .map(([, text]) => text)
      .join('\n')
    for (const left of LEFT_OUT) {
      expect([name, bundle.includes(`${left} is left out of the functions`)]).toEqual([name, true])
    }
    // A sentence of jsonwebtoken's own.
    expect([name, bundle.includes('Please provide options.privateKey')]).toEqual([name, false])
  }
})

test('what is loaded by its first use stands in a part of its own: no start reads the tables of Chinese characters', () => {
  // A line of pinyin-pro's table.
  const holding = scriptsOf('archive').filter(([, text]) => text.includes('chuǎng'))
  expect(holding.length).toBeGreaterThan(0)
  const loaded = loadedAtStart('archive')
  expect(loaded.length).toBeGreaterThan(1)
  expect(holding.filter(([name]) => loaded.includes(name))).toEqual([])
})

test('what the SDK loads late stands in files of its own, and each is the package itself', () => {
  const late = Object.keys(lateEntries)
  expect(late).toContain('late-axios')
  for (const name of fs.readdirSync(functionsDir)) {
    expect([name, scriptsOf(name).map(([file]) => file)]).toEqual([
      name,
      expect.arrayContaining(late.map((file) => `${file}.js`)),
    ])
  }
  const loaded = (file: string) => require(path.join(functionsDir, 'card', file)).default
  expect(loaded('late-axios').create).toBeInstanceOf(Function)
  expect(new (loaded('late-form-data'))().getHeaders()).toEqual({
    'content-type': expect.stringContaining('multipart'),
  })
  expect(loaded('late-xml2js').parseString).toBeInstanceOf(Function)
  expect(new (loaded('late-https-proxy-agent'))('http://127.0.0.1:9')).toHaveProperty('proxy')
  expect(new (loaded('late-http-proxy-agent'))('http://127.0.0.1:9')).toHaveProperty('proxy')
})

test('a function that has started has loaded no upload, no proxy and no XML', () => {
  const loaded = loadedAtStart('card')
  expect(loaded).toContain('https')
  expect(loaded.filter((name) => name.startsWith('late-'))).toEqual([])
  // zlib is axios's, timers is sax's (XML): nobody else loads them.
  expect(loaded.filter((name) => ['zlib', 'timers', 'http2'].includes(name))).toEqual([])
})

/** The scripts of a built function, by name. */
function scriptsOf(name: string): [file: string, text: string][] {
  const folder = path.join(functionsDir, name)
  const files = fs.readdirSync(folder).filter((file) => file.endsWith('.js'))
  return files.map((file) => [file, fs.readFileSync(path.join(folder, file), 'utf8')])
}

/** What a function requires while it starts; its own parts by their file's name. */
function loadedAtStart(name: string): string[] {
  const script = `
    const Module = require('node:module')
    const seen = []
    const load = Module._load
    Module._load = function (name, ...rest) { seen.push(name); return load.call(this, name, ...rest) }
    require(process.argv[1])
    console.log(JSON.stringify(seen))
    process.exit(0)`
  const platform = { TENCENTCLOUD_RUNENV: 'SCF', TENCENTCLOUD_REGION: 'x', SCF_NAMESPACE: 'x' }
  const said = execFileSync(process.execPath, ['-e', script, path.join(functionsDir, name, 'index.js')], {
    env: { ...platform, ...functionKeys },
  })
  return JSON.parse(said.toString()).map((each: string) => each.replace(/^\.\//, ''))
}

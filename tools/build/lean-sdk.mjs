// Makes what functions load of CloudBase's SDK small. Its modules load everything they could ever need at the top of the file:
// models, AI, file uploads, XML. Here a listed package is loaded by its first use instead, and what no function of ours can
// reach is left out: its first use throws. A new version of the SDK that no longer looks as this expects fails the build.
// Why, and what it brings: docs/decisions/0021-cold-start.md.
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname } from 'node:path'

const require = createRequire(import.meta.url)

/**
 * Data models and SQL, AI, signing tickets for other sign-in ways, watching a query: reachable only through `app.models`, `app.ai()`,
 * `createTicket`, `watch()`.
 */
export const LEFT_OUT = [
  '@cloudbase/wx-cloud-client-sdk',
  '@cloudbase/ai',
  '@cloudbase/app',
  'web-streams-polyfill',
  'jsonwebtoken',
  './realtime/websocket-client',
]

const LATE = 'late:'

/** Needed by some calls only: uploads, proxies, error pages in XML, machines outside of the platform. */
const DEFERRED = ['axios', 'xml2js', 'form-data', 'https-proxy-agent', 'http-proxy-agent']

/**
 * The deferred packages as entries of their own: a file each beside index.js, so that a start does not even read them.
 * @type {Record<string, string>} name of the file without its ending → what the plugin below takes for the package
 */
export const lateEntries = Object.fromEntries(DEFERRED.map((name) => [lateFile(name), LATE + name]))

const SDK = /[\\/]@cloudbase[\\/](node-sdk|database)[\\/]dist[\\/].*\.js$/
const LEFT_OUT_SPACE = 'left-out'
const LATE_SPACE = 'late'

/** The esbuild plugin. */
export function leanSdk() {
  return {
    name: 'lean-sdk',
    setup(build) {
      const met = new Set()
      build.onStart(() => met.clear())
      build.onLoad({ filter: SDK }, async ({ path }) => {
        const { text, names } = defer(await readFile(path, 'utf8'), [...LEFT_OUT, ...DEFERRED], readLate)
        for (const name of names) {
          met.add(name)
        }
        return { contents: text }
      })
      build.onResolve({ filter: /^[.@a-z]/ }, ({ path, importer }) =>
        LEFT_OUT.includes(path) && SDK.test(importer) ? { path, namespace: LEFT_OUT_SPACE } : undefined,
      )
      build.onLoad({ filter: /.*/, namespace: LEFT_OUT_SPACE }, ({ path }) => ({ contents: throwing(path) }))
      build.onResolve({ filter: /^late:/ }, ({ path, kind }) => {
        const name = path.slice(LATE.length)
        const entry = kind === 'entry-point'
        return entry ? { path: name, namespace: LATE_SPACE } : { path: `./${lateFile(name)}.js`, external: true }
      })
      build.onLoad({ filter: /.*/, namespace: LATE_SPACE }, ({ path }) => {
        // Found from where the SDK stands: it may have a version of its own.
        return {
          contents: `module.exports = require("${path}")`,
          resolveDir: dirname(require.resolve('@cloudbase/node-sdk')),
        }
      })
      build.onEnd(() => ({ errors: missing(met).map((text) => ({ text })) }))
    },
  }
}

function lateFile(name) {
  return `late-${name}`
}

function throwing(name) {
  const sentence = `${name} is left out of the functions (tools/build/lean-sdk.mjs).`
  return `throw new Error(${JSON.stringify(sentence)})`
}

function missing(met) {
  return [...LEFT_OUT, ...DEFERRED]
    .filter((name) => !met.has(name))
    .map((name) => `The SDK no longer loads ${name} as tools/build/lean-sdk.mjs expects; look at its new version.`)
}

/** A deferred package stands in the file of its entry, and an entry made of CommonJS is its `default`. */
function readLate(loading, name) {
  const late = `require("${LATE}${name}").default`
  return DEFERRED.includes(name) ? loading.replace(`require("${name}")`, late) : loading
}

/**
 * Turns `const x_1 = …require("name")…;` at the beginning of a line into a loading by first use, for the packages named.
 * @param {(loading: string, name: string) => string} [read] what to write instead of `…require("name")…`
 * @returns {{text: string, names: string[]}} the module, and the packages that it loads late now
 */
export function defer(source, packages, read = (loading) => loading) {
  const names = []
  let text = source
  for (const name of packages) {
    const found = new RegExp(`^const (\\w+) = (.*\\brequire\\("${escaped(name)}"\\).*);$`, 'm').exec(text)
    if (found) {
      const [line, variable, loading] = found
      // In brackets, because `new x().y()` is not `new (x()).y()`.
      const rest = text.replace(line, '').replace(new RegExp(`\\b${variable}\\b`, 'g'), `(${variable}())`)
      const late = `let ${variable}_loaded;\nconst ${variable} = () => (${variable}_loaded ??= ${read(loading, name)});\n`
      text = afterDirective(rest, late)
      names.push(name)
    }
  }
  return { text, names }
}

// Helpers such as __importDefault are `var`s that stand above every use, so the order of lines does not matter.
function afterDirective(text, lines) {
  const directive = /^"use strict";\n/.exec(text)?.[0] ?? ''
  return directive + lines + text.slice(directive.length)
}

function escaped(name) {
  return name.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
}

// Makes what functions load of CloudBase's SDK small. Its modules load everything they could ever need at the top of the file:
// models, AI, file uploads, XML. Here a listed package is loaded by its first use instead, and what no function of ours can
// reach is left out: its first use throws. A new version of the SDK that no longer looks as this expects fails the build.
// Why, and what it brings: docs/decisions/0021-cold-start.md.
import { readFile } from 'node:fs/promises'

/** Data models and SQL, AI, and signing tickets for other sign-in ways: reachable only through `app.models`, `app.ai()`, `createTicket`. */
export const LEFT_OUT = [
  '@cloudbase/wx-cloud-client-sdk',
  '@cloudbase/ai',
  '@cloudbase/app',
  'web-streams-polyfill',
  'jsonwebtoken',
]

/** Needed by some calls only: uploads, proxies, error pages in XML, machines outside of the platform. */
const DEFERRED = ['axios', 'xml2js', 'form-data', 'https-proxy-agent', 'http-proxy-agent']

const SDK = /[\\/]@cloudbase[\\/]node-sdk[\\/]dist[\\/].*\.js$/
const NAMESPACE = 'left-out'

/** The esbuild plugin. */
export function leanSdk() {
  return {
    name: 'lean-sdk',
    setup(build) {
      const met = new Set()
      build.onStart(() => met.clear())
      build.onLoad({ filter: SDK }, async ({ path }) => {
        const { text, names } = defer(await readFile(path, 'utf8'), [...LEFT_OUT, ...DEFERRED])
        for (const name of names) {
          met.add(name)
        }
        return { contents: text }
      })
      build.onResolve({ filter: /^[@a-z]/ }, ({ path, importer }) =>
        LEFT_OUT.includes(path) && SDK.test(importer) ? { path, namespace: NAMESPACE } : undefined,
      )
      build.onLoad({ filter: /.*/, namespace: NAMESPACE }, ({ path }) => ({ contents: throwing(path) }))
      build.onEnd(() => ({ errors: missing(met).map((text) => ({ text })) }))
    },
  }
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

/**
 * Turns `const x_1 = …require("name")…;` at the beginning of a line into a loading by first use, for the packages named.
 * @returns {{text: string, names: string[]}} the module, and the packages that it loads late now
 */
export function defer(source, packages) {
  const names = []
  let text = source
  for (const name of packages) {
    const found = new RegExp(`^const (\\w+) = (.*\\brequire\\("${escaped(name)}"\\).*);$`, 'm').exec(text)
    if (found) {
      const [line, variable, loading] = found
      // In brackets, because `new x().y()` is not `new (x()).y()`.
      const rest = text.replace(line, '').replace(new RegExp(`\\b${variable}\\b`, 'g'), `(${variable}())`)
      const late = `let ${variable}_loaded;\nconst ${variable} = () => (${variable}_loaded ??= ${loading});\n`
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

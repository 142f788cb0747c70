// domain/ is pure (a module of it does nothing while it loads), so a function takes of it what it uses. Without this word
// esbuild keeps every module that an index mentions, and with them libraries that the function never calls.
import path from 'node:path'

const SEEN = Symbol('resolved once')

/** The esbuild plugin. @param {string} root the project's folder */
export function pureRules(root) {
  const domain = path.join(root, 'domain') + path.sep
  return {
    name: 'pure-rules',
    setup(build) {
      build.onResolve({ filter: /^\.\.?\// }, async ({ path: name, importer, resolveDir, kind, pluginData }) => {
        if (pluginData === SEEN || importer.includes('node_modules')) {
          return undefined
        }
        const resolved = await build.resolve(name, { importer, resolveDir, kind, pluginData: SEEN })
        return resolved.path.startsWith(domain) ? { path: resolved.path, sideEffects: false } : undefined
      })
    },
  }
}

// WXS to JavaScript. Three things differ from a script (WeChat, "WXS syntax reference"): `x.constructor` is the type's
// name, a backslash in a getRegExp string stands for itself, and modules are required with their extension.
import { resolveReference } from './sources-path'

/** Rewrites one WXS source; `onRequire` hears each required module's path without extension. */
export function convertWxs(file: string, source: string, onRequire: (module: string) => void): string {
  return source
    .replace(/\.constructor\b/g, '.constructor.name')
    .replace(
      /getRegExp\(\s*(['"])(.*?)\1/g,
      (_, _quote: string, pattern: string) => `getRegExp(${JSON.stringify(pattern)}`,
    )
    .replace(/require\(\s*(['"])(.+?)\.wxs\1\s*\)/g, (_, quote: string, module: string) => {
      onRequire(resolveReference(file, module))
      return `require(${quote}${module}${quote})`
    })
}

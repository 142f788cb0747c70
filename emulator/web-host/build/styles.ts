// WXSS to CSS: @import, rpx, vh, safe areas, tag names, :host, and a class prefix for components with isolated styles
// (WeChat, "WXSS" and "Component template and style"). 750 rpx are the width of the screen.
import path from 'node:path'
import postcss, { type AtRule, CssSyntaxError, type Root } from 'postcss'
import selectorParser from 'postcss-selector-parser'
import { BUILT_IN_TAGS } from './built-in-tags'
import type { Problems } from './problems'
import type { Project } from './project'
import type { Sources } from './sources'
import { resolveReference } from './sources-path'
import { convertLengths } from './units'

const builtIn = new Set<string>(BUILT_IN_TAGS)

export interface CompiledStyles {
  /** app.wxss and every component. */
  readonly shared: string
  /** Page path → its own sheet, active only while the page is on top. */
  readonly pages: Record<string, string>
  /** Component path → its class prefix; absent for components that share the page's styles. */
  readonly scopes: Record<string, string>
}

/** Compiles every style sheet of the mini program. */
export function compileStyles(project: Project, sources: Sources, problems: Problems): CompiledStyles {
  const scopes: Record<string, string> = {}
  const pages: Record<string, string> = {}
  const shared = [compileSheet('app', { sources, problems })]
  for (const [unit, config] of project.units) {
    if (project.pages.includes(unit)) {
      pages[unit] = compileSheet(unit, { sources, problems })
      continue
    }
    if (config.styleIsolation !== 'shared') scopes[unit] = `${path.posix.basename(unit)}-${shared.length}`
    const scope = scopes[unit]
    shared.push(compileSheet(unit, { sources, problems, host: unit, ...(scope && { scope }) }))
  }
  return { shared: shared.join('\n'), pages, scopes }
}

interface SheetContext {
  sources: Sources
  problems: Problems
  /** Class prefix of an isolated component. */
  scope?: string
  /** The component that :host stands for. */
  host?: string
}

/** Compiles `<unit>.wxss`; '' when there is none. */
export function compileSheet(unit: string, context: SheetContext): string {
  const file = `${unit}.wxss`
  if (!context.sources.exists(file)) return ''
  const root = parseWithImports(file, context, [])
  const rename = selectorRenamer(context)
  root.walkRules((rule) => {
    const parent = rule.parent as AtRule
    if (!parent.name?.endsWith('keyframes')) rule.selector = rename(rule.selector)
  })
  root.walkDecls((declaration) => {
    checkUrl(declaration.value, declaration.source?.start?.line ?? 1, file, context.problems)
    declaration.value = convertLengths(declaration.value)
  })
  return root.toString()
}

function parseWithImports(file: string, context: SheetContext, above: readonly string[]): Root {
  const { sources, problems } = context
  let root: Root
  try {
    root = postcss.parse(sources.read(file), { from: file })
  } catch (error) {
    if (!(error instanceof CssSyntaxError)) throw error
    problems.add(file, error.line ?? 1, error.reason)
    return postcss.root()
  }
  root.walkAtRules('import', (rule) => {
    const ref = /^(?:url\()?\s*["']?(.+?)["']?\s*\)?$/.exec(rule.params)?.[1] ?? rule.params
    const target = resolveReference(file, /\.(wxss|css)$/.test(ref) ? ref : `${ref}.wxss`)
    const line = rule.source?.start?.line ?? 1
    if (!sources.exists(target)) problems.add(file, line, `@import "${ref}" is not found`)
    else if (above.includes(target)) problems.add(file, line, `@import "${ref}" imports itself`)
    else return void rule.replaceWith(parseWithImports(target, context, [...above, file]))
    rule.remove()
  })
  return root
}

/** Built-in tags become wx-*, :host the component's element, and classes of an isolated component get its prefix. */
function selectorRenamer({ scope, host }: SheetContext): (selector: string) => string {
  const processor = selectorParser((selectors) => {
    selectors.walk((node) => {
      if (node.type === 'tag' && builtIn.has(node.value)) {
        // A component's tag selector reaches only elements that carry one of its own classes.
        node.value = `wx-${node.value}${scope ? `:where([class*="${scope}--"])` : ''}`
      } else if (node.type === 'class' && scope) {
        node.value = `${scope}--${node.value}`
      } else if (node.type === 'pseudo' && node.value === ':host' && host) {
        node.replaceWith(hostAttribute(host))
      }
    })
  })
  return (selector) => processor.processSync(selector)
}

function hostAttribute(host: string): selectorParser.Attribute {
  const attribute = selectorParser.attribute({ attribute: 'wx-is', value: undefined, raws: {} })
  attribute.operator = '='
  attribute.setValue(host, { quoteMark: '"' })
  return attribute
}

/** WeChat does not load local files from WXSS: only data: and network addresses. */
function checkUrl(value: string, line: number, file: string, problems: Problems): void {
  for (const match of value.matchAll(/url\(\s*['"]?(.+?)['"]?\s*\)/g)) {
    if (!/^(data:|https?:|\/\/|#)/.test(match[1]!))
      problems.add(file, line, `WXSS cannot load the local file "${match[1]}"`)
  }
}

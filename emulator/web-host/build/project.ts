// A mini program as its JSON files describe it: the app, its pages, and every component that they reach through
// usingComponents (WeChat, "Global configuration" and "Page configuration").
import path from 'node:path'
import { lineWith, type Problems } from './problems'
import type { Sources } from './sources'
import { resolveReference } from './sources-path'

export type UnitConfig = Record<string, any> & { usingComponents: Record<string, string> }

export interface SubPackage {
  readonly root: string
  readonly pages: readonly string[]
}

export interface Project {
  readonly app: Record<string, any>
  /** Theme variables of themeLocation: { light: { name: value }, dark: … }. */
  readonly theme: Record<string, Record<string, string>>
  readonly pages: readonly string[]
  readonly subPackages: readonly SubPackage[]
  /** Page or component path (no extension) → its JSON, with usingComponents as absolute paths. */
  readonly units: ReadonlyMap<string, UnitConfig>
}

/** Reads app.json and all that it reaches. Problems: bad JSON, missing pages, missing components. */
export function readProject(sources: Sources, problems: Problems): Project {
  const app = sources.json('app.json')
  const subPackages = readSubPackages(app)
  const pages = [...(app.pages ?? []), ...subPackages.flatMap((part) => part.pages)]
  if (pages.length === 0) problems.add('app.json', 1, 'no pages')
  const units = new Map<string, UnitConfig>()
  for (const page of pages) {
    if (!sources.exists(`${page}.wxml`)) {
      const name = path.posix.basename(page)
      problems.add('app.json', lineWith(sources.read('app.json'), name), `page "${page}" has no ${name}.wxml`)
      continue
    }
    visit(page, { sources, problems, units, globals: app.usingComponents ?? {}, pages })
  }
  const theme = app.themeLocation ? sources.json(app.themeLocation) : {}
  return { app, theme, pages, subPackages, units }
}

function readSubPackages(app: Record<string, any>): SubPackage[] {
  const parts: { root: string; pages: string[] }[] = app.subPackages ?? app.subpackages ?? []
  return parts.map((part) => {
    const root = part.root.replace(/\/+$/, '')
    return { root, pages: part.pages.map((page) => `${root}/${page}`) }
  })
}

interface Visit {
  sources: Sources
  problems: Problems
  units: Map<string, UnitConfig>
  globals: Record<string, string>
  pages: readonly string[]
}

function visit(unit: string, context: Visit): void {
  const { sources, units, pages } = context
  if (units.has(unit)) return
  const config = sources.json(`${unit}.json`) as UnitConfig
  units.set(unit, config)
  liftStyleOptions(config, readScript(sources, unit), pages.includes(unit))
  config.component = true
  const owners = [
    [context.globals, 'app'],
    [config.usingComponents ?? {}, unit],
  ] as const
  const used: Record<string, string> = {}
  for (const [list, owner] of owners) {
    for (const [tag, ref] of Object.entries(list)) {
      const found = findComponent(owner, ref, context)
      if (found) used[tag] = `/${found}`
    }
  }
  config.usingComponents = used
  for (const found of Object.values(used)) visit(found.slice(1), context)
  for (const generic of Object.values<any>(config.componentGenerics ?? {})) {
    if (!generic.default) continue
    const found = findComponent(unit, generic.default, context)
    if (!found) continue
    generic.default = `/${found}`
    visit(found, context)
  }
}

function readScript(sources: Sources, unit: string): string {
  const file = sources.script(unit)
  return file ? sources.read(file) : ''
}

/**
 * WeChat also takes styleIsolation and addGlobalClass from the options in the script; the style compiler needs them
 * before any script runs, so they are lifted into the JSON. Pages default to "shared".
 */
export function liftStyleOptions(config: Record<string, any>, script: string, isPage: boolean): void {
  config.styleIsolation ??= /styleIsolation\s*[:=]\s*['"]([\w-]+)/.exec(script)?.[1]
  config.addGlobalClass ??= /addGlobalClass\s*[:=]\s*(true|!0)/.test(script)
  if (isPage) config.styleIsolation ??= 'shared'
  if (config.styleIsolation === undefined) delete config.styleIsolation
}

function findComponent(from: string, ref: string, { sources, problems }: Visit): string | undefined {
  for (const base of candidates(from, ref)) {
    if (sources.exists(`${base}.json`)) return base
    if (sources.exists(`${base}/index.json`)) return `${base}/index`
  }
  const file = `${from}.json`
  problems.add(file, lineWith(sources.read(file), `"${ref}"`), `component "${ref}" is not found`)
  return undefined
}

/** Where WeChat looks for a component: next to the file, then in every miniprogram_npm upwards. */
function candidates(from: string, ref: string): string[] {
  if (ref.startsWith('/')) return [ref.slice(1)]
  const found = [resolveReference(from, ref)]
  for (let folder = path.posix.dirname(from); ; folder = path.posix.dirname(folder)) {
    found.push(path.posix.join(folder === '.' ? '' : folder, 'miniprogram_npm', ref))
    if (folder === '.') return found
  }
}

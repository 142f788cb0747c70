// The mini program's scripts, templates and configuration as one module, /app/app.js. Bare imports resolve in
// miniprogram_npm/ only, and a sub-package's scripts may be used by that sub-package alone, both as in WeChat.
import path from 'node:path'
import { type BuildFailure, build, type Metafile, type Plugin } from 'esbuild'
import { appGlobals } from './app-globals'
import type { Problems } from './problems'
import type { Project, SubPackage } from './project'
import type { Sources } from './sources'
import type { CompiledStyles } from './styles'

export interface AppModuleInput {
  project: Project
  sources: Sources
  problems: Problems
  styles: CompiledStyles
  /** JavaScript expression made by compileTemplates. */
  templates: string
  outfile: string
}

/** Bundles the mini program; its default export is the `Bundle` of runtime/bundle.ts. */
export async function bundleAppModule(input: AppModuleInput): Promise<void> {
  const { sources, problems, project, outfile } = input
  try {
    const result = await build({
      stdin: { contents: entry(input), resolveDir: sources.root, sourcefile: 'web-host-entry.ts', loader: 'ts' },
      absWorkingDir: sources.root,
      bundle: true,
      format: 'esm',
      target: 'es2020',
      outfile,
      metafile: true,
      sourcemap: 'linked',
      logLevel: 'silent',
      define: appGlobals(),
      plugins: [packageResolver(sources)],
    })
    checkPackageBorders(result.metafile, project.subPackages, problems)
  } catch (error) {
    const failure = error as BuildFailure
    if (!Array.isArray(failure.errors)) throw error
    for (const { location, text } of failure.errors) problems.add(location?.file ?? 'app.js', location?.line ?? 1, text)
  }
}

function entry({ project, sources, problems, styles, templates }: AppModuleInput): string {
  const scripts = [...project.units.keys()].map((unit) => {
    if (!sources.script(unit)) problems.add(`${unit}.json`, 1, `"${unit}" has no script`)
    return `${JSON.stringify(unit)}: () => require(${JSON.stringify(`./${unit}`)}),`
  })
  const start = sources.script('app') ? "require('./app')" : 'App({})'
  return `export default {
    app: ${JSON.stringify(project.app)},
    theme: ${JSON.stringify(project.theme)},
    pages: ${JSON.stringify(project.pages)},
    units: ${JSON.stringify(Object.fromEntries(project.units))},
    scopes: ${JSON.stringify(styles.scopes)},
    pageStyles: ${JSON.stringify(styles.pages)},
    templates: () => ${templates},
    start: () => { ${start} },
    scripts: {
      ${scripts.join('\n')}
    },
  }`
}

/** Bare imports: the nearest miniprogram_npm/, from the importing file upwards. Node's own folders are never looked at. */
function packageResolver(sources: Sources): Plugin {
  return {
    name: 'miniprogram-npm',
    setup({ onResolve }) {
      onResolve({ filter: /^[^./]/ }, ({ path: name, resolveDir }) => {
        for (let folder = resolveDir; folder.startsWith(sources.root); folder = path.dirname(folder)) {
          const base = path.join(folder, 'miniprogram_npm', name)
          const file = [`${base}.js`, `${base}/index.js`].find((one) =>
            sources.exists(path.relative(sources.root, one)),
          )
          if (file) return { path: file }
        }
        return { errors: [{ text: `npm package "${name}" is not in miniprogram_npm` }] }
      })
    },
  }
}

/** Scripts of a sub-package are downloaded with it: neither the main package nor another one can require them. */
function checkPackageBorders(metafile: Metafile, parts: readonly SubPackage[], problems: Problems): void {
  const packageOf = (file: string) => parts.find((part) => file.startsWith(`${part.root}/`))?.root
  for (const [file, { imports }] of Object.entries(metafile.inputs)) {
    if (file.includes('web-host-entry')) continue
    for (const { path: target, original } of imports) {
      const owner = packageOf(target)
      if (owner === undefined || owner === packageOf(file)) continue
      problems.add(file, 1, `requires "${original ?? target}" across the border of sub-package "${owner}"`)
    }
  }
}

// Builds the web host: the mini program's own files, compiled for a browser, beside the host that runs them.
//
//   out/index.html, shell/   the desk with three phones
//   out/phone/               the host: one phone
//   out/app/                 the mini program: app.js, app.css, its pictures
//   out/people.json          written by emulator/seed, left alone here
import fs from 'node:fs'
import path from 'node:path'
import { copyAssets } from './assets'
import { bundleHost } from './host-bundle'
import { Problems } from './problems'
import { type Project, readProject } from './project'
import { bundleAppModule } from './scripts'
import { Sources } from './sources'
import { compileStyles } from './styles'
import { compileTemplates } from './templates'

export interface WebHostBuild {
  /** The project's root: emulator/web-host/ and node_modules/ are found there. */
  root: string
  /** The site's folder, for example dist/web-host (relative to `root` or absolute). */
  out: string
  /** The mini program's folder; miniprogram/ below `root` unless given. */
  miniprogram?: string
  log?: (line: string) => void
}

export interface WebHostBuilt {
  readonly pages: number
  readonly components: number
  /** Duration in milliseconds. */
  readonly took: number
}

/**
 * Compiles everything into static files. Runs from scratch in well under a second, so it is its own "watch": call it again.
 * @throws WebHostBuildError naming file and line of everything that is wrong.
 */
export async function buildWebHost({ root, out, miniprogram, log = () => {} }: WebHostBuild): Promise<WebHostBuilt> {
  const started = Date.now()
  const problems = new Problems()
  const site = path.resolve(root, out)
  const sources = new Sources(path.resolve(root, miniprogram ?? 'miniprogram'), problems)
  for (const folder of ['app', 'phone', 'shell', 'link']) {
    fs.rmSync(path.join(site, folder), { recursive: true, force: true })
    fs.mkdirSync(path.join(site, folder), { recursive: true })
  }
  const [project] = await Promise.all([
    compileApp(sources, problems, path.join(site, 'app')),
    bundleHost(path.resolve(root), site),
  ])
  const components = project.units.size - project.pages.length
  const took = Date.now() - started
  log(`web host: ${project.pages.length} pages, ${components} components, ${took} ms`)
  return { pages: project.pages.length, components, took }
}

async function compileApp(sources: Sources, problems: Problems, out: string): Promise<Project> {
  const project = readProject(sources, problems)
  problems.throwIfAny()
  const templates = compileTemplates(project, sources, problems)
  const styles = compileStyles(project, sources, problems)
  await bundleAppModule({ project, sources, problems, styles, templates, outfile: path.join(out, 'app.js') })
  problems.throwIfAny()
  fs.writeFileSync(path.join(out, 'app.css'), styles.shared)
  copyAssets(sources.root, out)
  return project
}

// WXML and WXS through WeChat's own glass-easel template compiler, with checks that DevTools makes as well: imported files
// exist, and every tag is a built-in component or declared in usingComponents.
import { TmplGroup } from 'glass-easel-template-compiler'
import { BUILT_IN_TAGS, TEMPLATE_TAGS, UNSUPPORTED_TAGS } from './built-in-tags'
import { lineOf, type Problems } from './problems'
import type { Project } from './project'
import type { Sources } from './sources'
import { convertWxs } from './wxs'

const known = new Set<string>([...BUILT_IN_TAGS, ...TEMPLATE_TAGS])
const unsupported = new Set<string>(UNSUPPORTED_TAGS)

/** Compiles every template. The result is a JavaScript expression: template path → its generator. */
export function compileTemplates(project: Project, sources: Sources, problems: Problems): string {
  const compiler = new TemplateCompiler(sources, problems)
  for (const [unit, config] of project.units) {
    compiler.addTemplate(unit, `${unit}.json`)
    const generics = Object.keys(config.componentGenerics ?? {})
    const declared = new Set([...Object.keys(config.usingComponents), ...generics])
    if (!isPackage(unit)) checkTags(`${unit}.wxml`, sources.read(`${unit}.wxml`), declared, problems)
  }
  return compiler.output()
}

const isPackage = (unit: string) => unit.includes('miniprogram_npm/')

class TemplateCompiler {
  private readonly group = new TmplGroup()
  private readonly templates = new Set<string>()
  private readonly scripts = new Set<string>()

  constructor(
    private readonly sources: Sources,
    private readonly problems: Problems,
  ) {}

  addTemplate(file: string, askedBy: string): void {
    if (this.templates.has(file)) return
    this.templates.add(file)
    if (!this.sources.exists(`${file}.wxml`)) {
      this.problems.add(askedBy, 1, `"${file}.wxml" is not found`)
      return
    }
    for (const finding of this.group.addTmpl(file, this.sources.read(`${file}.wxml`))) {
      if (finding.isError || !isPackage(file)) {
        this.problems.add(`${file}.wxml`, finding.startLine + 1, finding.message)
      }
    }
    for (const name of this.group.getInlineScriptModuleNames(file)) {
      const source = this.group.getInlineScript(file, name)
      this.group.setInlineScript(file, name, this.convert(file, source))
    }
    for (const script of this.group.getScriptDependencies(file)) this.addScript(script, `${file}.wxml`)
    for (const template of this.group.getDirectDependencies(file)) this.addTemplate(template, `${file}.wxml`)
  }

  private addScript(file: string, askedBy: string): void {
    if (this.scripts.has(file)) return
    this.scripts.add(file)
    if (!this.sources.exists(`${file}.wxs`)) {
      this.problems.add(askedBy, 1, `"${file}.wxs" is not found`)
      return
    }
    this.group.addScript(file, this.convert(file, this.sources.read(`${file}.wxs`)))
  }

  private convert(file: string, source: string): string {
    return convertWxs(file, source, (module) => this.addScript(module, `${file}.wxs`))
  }

  output(): string {
    return this.group.getTmplGenObjectGroups()
  }
}

function checkTags(file: string, text: string, declared: ReadonlySet<string>, problems: Problems): void {
  // Comments, scripts, attribute values and expressions hold no tags; blanks keep the line numbers.
  const markup = text.replace(
    /<!--[\s\S]*?-->|(?<=<wxs\b[^>]*>)[\s\S]*?(?=<\/wxs>)|=\s*"[^"]*"|=\s*'[^']*'|\{\{[\s\S]*?\}\}/g,
    (match) => match.replace(/[^\n]/g, ' '),
  )
  for (const match of markup.matchAll(/<([a-zA-Z][\w-]*)/g)) {
    const tag = match[1]!
    if (declared.has(tag)) continue
    const line = lineOf(markup, match.index)
    if (unsupported.has(tag)) problems.add(file, line, `built-in component <${tag}> is not available in the web host`)
    else if (!known.has(tag)) problems.add(file, line, `<${tag}> is neither built in nor in usingComponents`)
  }
}

// Takes out of TDesign's copies what no page of ours can show, because a phone downloads every byte: looks of buttons that
// nobody asks for, tslib's helpers that nothing calls, and the parts of an icon that a mask does not see.
import { readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import postcss from 'postcss'
import { bundle } from './bundle.mjs'

/** The looks that TDesign's button knows, by attribute; `unless` is what it takes when the attribute is not there. */
const LOOKS = {
  size: { values: ['extra-small', 'small', 'medium', 'large'], unless: 'medium', prefix: 'size-' },
  variant: { values: ['base', 'outline', 'text', 'dashed'], unless: 'base', prefix: '' },
  theme: { values: ['default', 'primary', 'danger', 'light'], unless: 'default', prefix: '' },
  shape: { values: ['rectangle', 'square', 'round', 'circle'], unless: 'rectangle', prefix: '' },
  ghost: { values: ['ghost'], unless: '', prefix: '' },
}

/**
 * The classes of buttons that these pages can never show.
 * @param {string[]} pages WXML
 * @returns {string[]} e.g. ["t-button--size-small", "t-button--dashed"]
 */
export function unusedLooks(pages) {
  const buttons = pages.flatMap((page) => page.match(/<t-button\b(?:"[^"]*"|[^>"])*>/g) ?? [])
  return Object.entries(LOOKS).flatMap(([attribute, { values, unless, prefix }]) => {
    const used = buttons.flatMap((button) => valuesOf(button, attribute, values) ?? [unless])
    return values.filter((value) => !used.includes(value)).map((value) => `t-button--${prefix}${value}`)
  })
}

/** What an attribute may be: its text, or every text within its expression; all of them, where the script decides. */
function valuesOf(button, attribute, values) {
  const found = new RegExp(`\\s${attribute}(?:="([^"]*)")?(?=[\\s/>])`).exec(button)
  if (!found) {
    return null
  }
  const text = found[1] ?? '{{true}}'
  if (!text.includes('{{')) {
    return [text]
  }
  const named = [...text.matchAll(/'([^']*)'/g)].map(([, value]) => value).filter((value) => values.includes(value))
  return named.length > 0 ? named : values
}

/** A style sheet without the selectors that name one of these classes. */
export function withoutClasses(css, classes) {
  const sheet = postcss.parse(css)
  const isUnused = (selector) => classes.some((name) => new RegExp(`\\.${name}(?![\\w-])`).test(selector))
  sheet.walkRules((rule) => {
    const kept = rule.selectors.filter((selector) => !isUnused(selector))
    if (kept.length === 0) {
      rule.remove()
    } else if (kept.length < rule.selectors.length) {
      rule.selectors = kept
    }
  })
  return sheet.toString()
}

/** Writes a button's style sheet anew, without the looks that no page of the mini program asks for. */
export async function trimButtons(miniprogram, sheet) {
  const entries = await readdir(miniprogram, { recursive: true, withFileTypes: true })
  const files = entries.filter(
    ({ name, parentPath }) => name.endsWith('.wxml') && !parentPath.includes('miniprogram_npm'),
  )
  const pages = await Promise.all(files.map(({ name, parentPath }) => readFile(path.join(parentPath, name), 'utf8')))
  await writeFile(sheet, withoutClasses(await readFile(sheet, 'utf8'), unusedLooks(pages)))
}

/** Writes tslib with the helpers that these scripts import, and no others. */
export async function writeHelpers(root, scripts, outfile) {
  const sources = await Promise.all(scripts.map((script) => readFile(script, 'utf8')))
  const imported = sources.flatMap((source) =>
    [...source.matchAll(/import\{([^}]*)\}from"tslib"/g)].flatMap(([, names]) => names.split(',')),
  )
  const names = [...new Set(imported)].sort()
  const contents = `export { ${names.join(', ')} } from 'tslib'`
  const options = { stdin: { contents, resolveDir: root }, format: 'esm', target: 'es2018', minify: true }
  await bundle(undefined, outfile, { ...options, entryPoints: undefined })
}

/** An icon as a mask sees it: no fills that are transparent, no names, no clip to its own square. */
export function asMask(svg) {
  return svg
    .replace(/ (class|id|width|height|clip-path)="[^"]*"/g, '')
    .replace(/<path fill="transparent"[^>]*><\/path>/g, '')
    .replace(/<defs>[\s\S]*?<\/defs>|<\/?g>/g, '')
    .replace(/><\/path>/g, '/>')
    .replace('view-box', 'viewBox')
    .replace(/\n/g, '')
}

// Copies the TDesign components that pages use into miniprogram_npm: exactly the files that are reachable from them. The whole
// package is 5.5 MB and loads its icons from a CDN; here only the icons of miniprogram/icons.json are taken, as masks inside
// the style sheet, so nothing is fetched from elsewhere. What they carry for nobody is taken out (tdesign-trim.mjs).
import { cp, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileReferences } from './tdesign-references.mjs'
import { asMask, trimButtons, writeHelpers } from './tdesign-trim.mjs'

const PACKAGE = 'tdesign-miniprogram'
const ICON_SHEET = path.join('icon', 'icon.wxss')
const BUTTON_SHEET = path.join('button', 'button.wxss')
const HELPERS = path.join('miniprogram_npm', 'tslib', 'index.js')

/** @returns {Promise<{count: number, bytes: number}>} how many components, and how many bytes in all */
export async function copyTdesign(root) {
  const source = path.join(root, 'node_modules', PACKAGE, 'miniprogram_dist')
  const target = path.join(root, 'miniprogram', 'miniprogram_npm', PACKAGE)
  await rm(path.dirname(target), { recursive: true, force: true })
  const components = await usedComponents(path.join(root, 'miniprogram'))
  const files = await reachableFiles(source, components)
  for (const file of files) {
    await mkdir(path.dirname(path.join(target, file)), { recursive: true })
    await cp(path.join(source, file), path.join(target, file))
  }
  await trim(root, target, files)
  const sizes = await Promise.all([...files].map((file) => stat(path.join(target, file))))
  const count = [...files].filter((file) => file.endsWith('.wxml') && files.has(file.replace(/wxml$/, 'json'))).length
  return { count, bytes: sizes.reduce((sum, { size }) => sum + size, 0) }
}

async function trim(root, target, files) {
  if (files.has(ICON_SHEET)) {
    await writeIcons(root, path.join(target, ICON_SHEET))
  }
  if (files.has(BUTTON_SHEET)) {
    await trimButtons(path.join(root, 'miniprogram'), path.join(target, BUTTON_SHEET))
  }
  if (files.has(HELPERS)) {
    const scripts = [...files].filter((file) => file.endsWith('.js') && file !== HELPERS)
    await writeHelpers(
      root,
      scripts.map((file) => path.join(target, file)),
      path.join(target, HELPERS),
    )
  }
}

/** The components that our own pages and components name, as paths within the package. */
async function usedComponents(miniprogram) {
  const entries = await readdir(miniprogram, { recursive: true, withFileTypes: true })
  const used = new Set()
  for (const entry of entries) {
    if (entry.name.endsWith('.json') && !entry.parentPath.includes('miniprogram_npm')) {
      const { usingComponents = {} } = JSON.parse(await readFile(path.join(entry.parentPath, entry.name), 'utf8'))
      for (const reference of Object.values(usingComponents)) {
        if (reference.startsWith(`${PACKAGE}/`)) {
          used.add(reference.slice(PACKAGE.length + 1))
        }
      }
    }
  }
  return used
}

/** Every file that the components need, through scripts, templates, styles and components of their own. */
async function reachableFiles(source, components) {
  const found = new Set()
  const open = [...components].flatMap((component) => parts(component))
  while (open.length > 0) {
    const file = open.pop()
    if (!found.has(file)) {
      found.add(file)
      open.push(...(await fileReferences(source, file)))
    }
  }
  return found
}

/** The four files of a component. */
export function parts(component) {
  return ['js', 'json', 'wxml', 'wxss'].map((extension) => `${component}.${extension}`)
}

async function writeIcons(root, sheet) {
  const names = JSON.parse(await readFile(path.join(root, 'miniprogram', 'icons.json'), 'utf8'))
  const css = await readFile(sheet, 'utf8')
  const kept = css
    .replace(/@font-face\{[^}]*\}/, '')
    .replace(/\.t-icon\{font-family:t!important;\}\n?/, '')
    .replace(/\.t-icon-[\w-]+:before\{[^}]*\}\n?/g, '')
  const shape =
    ".t-icon-base:before{content:'';display:block;width:1em;height:1em;background:currentColor;" +
    '-webkit-mask:var(--icon) center/contain no-repeat;mask:var(--icon) center/contain no-repeat}'
  const masks = await Promise.all(names.map((name) => iconRule(root, name)))
  await writeFile(sheet, kept + shape + masks.join(''))
}

async function iconRule(root, name) {
  const file = path.join(root, 'node_modules', 'tdesign-icons-svg', 'src', `${name}.svg`)
  const svg = await readFile(file, 'utf8').catch(() => {
    throw new Error(`miniprogram/icons.json names the icon "${name}", which TDesign does not have.`)
  })
  const data = encodeURIComponent(asMask(svg).replace(/"/g, "'"))
    .replace(/%20/g, ' ')
    .replace(/%3D/g, '=')
    .replace(/%2F/g, '/')
    .replace(/%3A/g, ':')
  return `.t-icon-${name}:before{--icon:url("data:image/svg+xml,${data}")}`
}

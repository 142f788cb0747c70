// Copies the TDesign components that pages use (and those they use themselves) into miniprogram_npm. The whole package is
// 5.5 MB and loads its icons from a CDN; here only the components in use are taken, and only the icons of
// miniprogram/icons.json, as masks inside the style sheet, so nothing is fetched from elsewhere.
import { cp, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'

const PACKAGE = 'tdesign-miniprogram'
const TYPES_AND_DOCS = /(\.d\.ts|\.md|type\.js)$/

/** @returns {Promise<{count: number, bytes: number}>} what was copied */
export async function copyTdesign(root) {
  const source = path.join(root, 'node_modules', PACKAGE, 'miniprogram_dist')
  const target = path.join(root, 'miniprogram', 'miniprogram_npm', PACKAGE)
  await rm(path.dirname(target), { recursive: true, force: true })
  await mkdir(target, { recursive: true })
  const folders = await componentFolders(path.join(root, 'miniprogram'), source)
  for (const folder of [...folders, 'common', 'mixins']) {
    await cp(path.join(source, folder), path.join(target, folder), {
      recursive: true,
      filter: (file) => !TYPES_AND_DOCS.test(file) || file.endsWith('common/type.js'),
    })
  }
  await copyPackages(source, target)
  if (folders.has('icon')) {
    await writeIcons(root, target)
  }
  return { count: folders.size, bytes: await sizeOf(target) }
}

/** Every component folder that pages or components name in usingComponents, and what those use in turn. */
async function componentFolders(miniprogram, source) {
  const found = new Set()
  for (const file of await filesUnder(miniprogram)) {
    if (file.endsWith('.json') && !file.includes('miniprogram_npm')) {
      const { usingComponents = {} } = JSON.parse(await readFile(file, 'utf8'))
      for (const reference of Object.values(usingComponents)) {
        if (reference.startsWith(`${PACKAGE}/`)) {
          await follow(reference.slice(PACKAGE.length + 1), source, found)
        }
      }
    }
  }
  return found
}

async function follow(component, source, found) {
  const folder = component.split('/')[0]
  if (found.has(folder)) {
    return
  }
  found.add(folder)
  for (const file of await filesUnder(path.join(source, folder))) {
    if (file.endsWith('.json')) {
      const { usingComponents = {} } = JSON.parse(await readFile(file, 'utf8'))
      for (const reference of Object.values(usingComponents)) {
        await follow(path.relative(source, path.resolve(path.dirname(file), reference)), source, found)
      }
    }
    if (/\.(js|wxml)$/.test(file)) {
      await followImports(file, source, found)
    }
  }
}

// Some scripts and templates reach into a neighbour's folder without naming it as a component.
async function followImports(file, source, found) {
  const text = await readFile(file, 'utf8')
  for (const [, reference] of text.matchAll(/(?:from|import|src=)\s*["'](\.\.?\/[^"']+)["']/g)) {
    const folder = path.relative(source, path.resolve(path.dirname(file), reference)).split(path.sep)[0]
    if (folder && !['common', 'mixins', 'miniprogram_npm', '..'].includes(folder)) {
      await follow(folder, source, found)
    }
  }
}

// Third-party packages that the copied scripts import, next to TDesign as WeChat's resolution expects.
async function copyPackages(source, target) {
  const packages = path.join(source, 'miniprogram_npm')
  const wanted = new Set()
  for (const file of await filesUnder(target)) {
    if (file.endsWith('.js')) {
      const text = await readFile(file, 'utf8')
      for (const name of await readdir(packages)) {
        if (new RegExp(`["']${name}(["'/])`).test(text)) {
          wanted.add(name)
        }
      }
    }
  }
  for (const name of wanted) {
    await cp(path.join(packages, name), path.join(target, 'miniprogram_npm', name), { recursive: true })
  }
}

async function writeIcons(root, target) {
  const names = JSON.parse(await readFile(path.join(root, 'miniprogram', 'icons.json'), 'utf8'))
  const sheet = path.join(target, 'icon', 'icon.wxss')
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
  const compact = svg
    .replace(/ (class|id|width|height)="[^"]*"/g, '')
    .replace('view-box', 'viewBox')
    .replace(/\n/g, '')
  const data = encodeURIComponent(compact.replace(/"/g, "'"))
    .replace(/%20/g, ' ')
    .replace(/%3D/g, '=')
    .replace(/%2F/g, '/')
    .replace(/%3A/g, ':')
  return `.t-icon-${name}:before{--icon:url("data:image/svg+xml,${data}")}`
}

async function filesUnder(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name))
}

async function sizeOf(folder) {
  const sizes = await Promise.all((await filesUnder(folder)).map((file) => stat(file)))
  return sizes.reduce((sum, { size }) => sum + size, 0)
}

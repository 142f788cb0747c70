// What one file of TDesign refers to: imports of scripts, templates and WXS of a WXML, @import of a style sheet, components
// of a JSON. Paths are relative to the package's folder; packages that it brings along stand in its own miniprogram_npm.
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'

const SCRIPT = /\b(?:from|import|require\()\s*["']([^"']+)["']/g
const TEMPLATE = /<(?:import|include|wxs)\b[^>]*\bsrc=["']([^"']+)["']/g
const STYLE = /@import\s*["']([^"']+)["']/g

/**
 * @param {string} source the package's folder
 * @param {string} file a file within it
 * @returns {Promise<string[]>} the files within it that this one needs
 */
export async function fileReferences(source, file) {
  const text = await readFile(path.join(source, file), 'utf8')
  const resolve = (reference, endings) => resolveFile(source, file, reference, endings)
  const all = (pattern, endings) => [...text.matchAll(pattern)].map(([, reference]) => resolve(reference, endings))
  switch (path.extname(file)) {
    case '.js':
    case '.wxs':
      return all(SCRIPT, ['', '.js', '/index.js'])
    case '.wxml':
      return all(TEMPLATE, ['', '.wxml'])
    case '.wxss':
      return all(STYLE, ['', '.wxss'])
    case '.json':
      return Object.values(JSON.parse(text).usingComponents ?? {}).flatMap((reference) =>
        ['js', 'json', 'wxml', 'wxss'].map((extension) => resolve(`${reference}.${extension}`, [''])),
      )
    default:
      return []
  }
}

function resolveFile(source, from, reference, endings) {
  const base = reference.startsWith('.')
    ? path.join(path.dirname(from), reference)
    : path.join('miniprogram_npm', reference)
  const found = endings.map((ending) => `${base}${ending}`.replace(/\/\//g, '/')).find((file) => isFile(source, file))
  if (!found) {
    throw new Error(`TDesign's ${from} needs "${reference}", which is not there.`)
  }
  return found
}

function isFile(source, file) {
  return path.extname(file) !== '' && existsSync(path.join(source, file))
}

/**
 * The words as a whole: pages' scripts hold no sentence of their own, and the language files hold none that nobody says.
 * What WXML may hold is looked at in wxml.test.ts, that both languages say the same in i18n/words.test.ts and its neighbours.
 * @jest-environment node
 */
import fs from 'node:fs'
import path from 'node:path'
import { alumniWords } from '../../miniprogram/alumni/words/words'
import { words as guardWords } from '../../miniprogram/guard/words'
import { words as mainWords } from '../../miniprogram/i18n/words'
import { words as staffWords } from '../../miniprogram/staff/words'
import { root } from './harness/render'

const files = fs
  .readdirSync(root, { recursive: true })
  .map(String)
  .filter((file) => !/miniprogram_npm|^lib[\\/]/.test(file))
const isWords = (file: string) => /[\\/]words[\\/]|^i18n[\\/](?:.*-)?(?:zh|en|dates)\.ts$/.test(file)
const scripts = files.filter((file) => file.endsWith('.ts') && !isWords(file))
const read = (file: string) => fs.readFileSync(path.join(root, file), 'utf8')
const withoutComments = (script: string) =>
  script.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$|\s\/\/ .*$/gm, '')
const literals = (script: string) =>
  [...withoutComments(script).matchAll(/'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\]|\\.)*)`/g)].map(
    (found) => found[1] ?? found[2] ?? '',
  )

test.each(scripts)('%s holds no sentence of its own', (file) => {
  const own = literals(read(file))
  expect(own.filter((text) => /\p{Script=Han}{2,}/u.test(text))).toEqual([])
  // Three words of letters in a row, the first with a capital: what an English sentence looks like.
  expect(own.filter((text) => /^[A-Z][a-z]*(?: [a-z]{2,}){2,}[.!?]?$/.test(text))).toEqual([])
})

type Tree = { [key: string]: Tree | string }

/** The last part of every key's path, with the path. */
function keys(tree: unknown, above: string): [key: string, where: string][] {
  return Object.entries(tree as Tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'object' ? [[key, above], ...keys(value, `${above}.${key}`)] : [[key, above]],
  )
}

/** Every script under a folder of the repository. */
function scriptsIn(folder: string): string[] {
  const names = fs.readdirSync(path.resolve(folder), { recursive: true }).map(String)
  return names.filter((name) => name.endsWith('.ts')).map((name) => fs.readFileSync(path.resolve(folder, name), 'utf8'))
}

// A key that is the code of a closed list, or of an action in the log, is said where the list or the action is.
const codes = [...scriptsIn('domain'), ...scriptsIn('cloudfunctions')]
const said = new Set(
  [...scripts.map(read), ...files.filter((file) => file.endsWith('.wxml')).map(read), ...codes]
    .join('\n')
    .match(/[\w.]*\w/g)
    ?.flatMap((word) => [word, ...word.split('.')]),
)

// Said by a name that is put together or that WeChat gives: a period by its days, a menu's entry by WeChat's word for it.
const PUT_TOGETHER = /\.periods\.d\d+$|\.officialMenu\.types\.\w+$/

test.each([
  ['main', mainWords.zh],
  ['alumni', alumniWords.zh],
  ['staff', staffWords.zh],
  ['guard', guardWords.zh],
])('the %s package says every word that it has', (name, tree) => {
  const unused = keys(tree, name).filter(([key]) => !said.has(key))
  expect(unused.map(([key, where]) => `${where}.${key}`).filter((word) => !PUT_TOGETHER.test(word))).toEqual([])
})

/** The whole build: what it refuses, with file and line, and what it leaves behind. */
import fs from 'node:fs'
import path from 'node:path'
import { buildWebHost, WebHostBuildError } from '../../../../emulator/web-host'
import { ROOT } from '../support/fixture-site'
import { folderOf, removeFolders } from './compile'

afterEach(removeFolders)

const GOOD = {
  'app.json': '{ "pages": ["pages/a/a"], "subPackages": [{ "root": "part", "pages": ["b/b"] }] }',
  'app.js': 'App({})',
  'pages/a/a.json': '{ "usingComponents": { "x-y": "/components/x/x" } }',
  'pages/a/a.wxml': '<view><x-y /></view>',
  'pages/a/a.ts': 'Page({})',
  'components/x/x.json': '{ "component": true }',
  'components/x/x.wxml': '<slot />',
  'components/x/x.js': "Component({ options: { styleIsolation: 'apply-shared' } })",
  'part/b/b.wxml': '<view />',
  'part/b/b.js': "require('../c'); Page({})",
  'part/c.js': 'exports.c = 1',
}

async function problems(changes: Record<string, string | undefined>): Promise<readonly string[]> {
  const files = Object.entries({ ...GOOD, ...changes }).filter(([, text]) => text !== undefined)
  const miniprogram = folderOf(Object.fromEntries(files) as Record<string, string>)
  try {
    await buildWebHost({ root: ROOT, miniprogram, out: folderOf({}) })
    return []
  } catch (error) {
    if (!(error instanceof WebHostBuildError)) throw error
    return error.problems
  }
}

test('a small mini program builds; another build leaves people.json alone', async () => {
  const [miniprogram, out] = [folderOf(GOOD), folderOf({ 'people.json': '[1]' })]
  const lines: string[] = []
  const built = await buildWebHost({ root: ROOT, miniprogram, out, log: (line) => lines.push(line) })
  expect([built.pages, built.components]).toEqual([2, 1])
  expect(lines).toHaveLength(1)
  for (const file of [
    'index.html',
    'phone/index.html',
    'phone/host.js',
    'phone/zxing_reader.wasm',
    'app/app.js',
    'shell/shell.css',
  ]) {
    expect(fs.existsSync(path.join(out, file))).toBe(true)
  }
  expect(fs.readFileSync(path.join(out, 'people.json'), 'utf8')).toBe('[1]')
})

test.each([
  ['a page without a template', { 'pages/a/a.wxml': undefined }, 'app.json:1: page "pages/a/a" has no a.wxml'],
  ['broken JSON', { 'pages/a/a.json': '{\n  "x": ,\n}' }, /^pages\/a\/a\.json:2: /],
  [
    'an unknown component',
    { 'pages/a/a.json': '{\n"usingComponents": { "x-y": "./none" } }' },
    'pages/a/a.json:2: component "./none" is not found',
  ],
  [
    'an undeclared tag',
    { 'pages/a/a.wxml': '<!-- <no-tag> -->\n<view wx:if="{{ 1 <no }}"><t-cell /></view>' },
    'pages/a/a.wxml:2: <t-cell> is neither built in nor in usingComponents',
  ],
  [
    'a component that the host has not got',
    { 'pages/a/a.wxml': '\n\n<map />' },
    'pages/a/a.wxml:3: built-in component <map> is not available in the web host',
  ],
  ['a broken expression', { 'pages/a/a.wxml': '<view>\n{{ a + }}</view>' }, /^pages\/a\/a\.wxml:2: /],
  [
    'a template that is not there',
    { 'pages/a/a.wxml': '<import src="./none.wxml" />' },
    'pages/a/a.wxml:1: "pages/a/none.wxml" is not found',
  ],
  [
    'a WXS module that is not there',
    { 'pages/a/a.wxml': '<wxs module="m" src="./none.wxs" />' },
    'pages/a/a.wxml:1: "pages/a/none.wxs" is not found',
  ],
  ['a page without a script', { 'pages/a/a.ts': undefined }, 'pages/a/a.json:1: "pages/a/a" has no script'],
  ['a syntax error in a script', { 'pages/a/a.ts': 'Page({\n  a: }' }, /^pages\/a\/a\.ts:2: /],
  [
    'a package outside miniprogram_npm',
    { 'pages/a/a.ts': "import 'dayjs'\nPage({})" },
    'pages/a/a.ts:1: npm package "dayjs" is not in miniprogram_npm',
  ],
  [
    'a script of another package',
    { 'pages/a/a.ts': "import '../../part/c'\nPage({})" },
    'pages/a/a.ts:1: requires "../../part/c" across the border of sub-package "part"',
  ],
])('refused: %s', async (_name, changes, problem) => {
  const found = await problems(changes as Record<string, string | undefined>)
  expect(found).toHaveLength(1)
  if (typeof problem === 'string') expect(found[0]).toBe(problem)
  else expect(found[0]).toMatch(problem)
})

/** What is left out of TDesign's copies: looks that no page asks for, helpers that nothing calls, what a mask does not see. */
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

const { asMask, unusedLooks, withoutClasses, writeHelpers } = require('../../../tools/build/tdesign-trim.mjs')

test('a look that is written down is used, whatever stands before it', () => {
  const unused = unusedLooks([
    '<t-button disabled="{{left > 0}}" size="large" theme="primary" variant="text">go</t-button>',
  ])
  expect(unused).toContain('t-button--size-small')
  expect(unused).toContain('t-button--outline')
  expect(unused).toContain('t-button--danger')
  expect(unused).not.toContain('t-button--size-large')
  expect(unused).not.toContain('t-button--primary')
  expect(unused).not.toContain('t-button--text')
})

test('what a button takes by itself is used where nothing is said', () => {
  const unused = unusedLooks(['<t-button bind:tap="go">go</t-button>'])
  expect(unused).not.toContain('t-button--default')
  expect(unused).not.toContain('t-button--size-medium')
  expect(unused).toContain('t-button--ghost')
})

test('every look that an expression may give is used; all are where the script decides', () => {
  const chosen = unusedLooks([`<t-button variant="{{one ? 'outline' : 'text'}}" theme="{{theme}}" ghost />`])
  expect(chosen).not.toContain('t-button--outline')
  expect(chosen).not.toContain('t-button--text')
  expect(chosen).toContain('t-button--dashed')
  expect(chosen.filter((name: string) => /--(default|primary|danger|light|ghost)$/.test(name))).toEqual([])
})

test('a rule goes when none of its selectors can match, and keeps those that can', () => {
  const css = '.b--text{a:1}.b--text,.b--base{a:2}.b--text.b--base::after{a:3}.b--text-wide{a:4}'
  expect(withoutClasses(css, ['b--text'])).toBe('.b--base{a:2}.b--text-wide{a:4}')
})

test('tslib holds the helpers that are imported, and they work', async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'trim-'))
  const script = path.join(folder, 'a.js')
  const outfile = path.join(folder, 'tslib.js')
  fs.writeFileSync(script, 'import{__decorate,__awaiter}from"tslib";export default __decorate')
  await writeHelpers(path.resolve(__dirname, '../../..'), [script], outfile)
  const source = fs.readFileSync(outfile, 'utf8')
  expect(source).toMatch(/export\{\w+ as __awaiter,\w+ as __decorate\}/)
  expect(source.length).toBeLessThan(2_000)
  fs.rmSync(folder, { recursive: true })
})

test('a mask keeps what is drawn and loses what is not', () => {
  const svg =
    '<svg xmlns="x" view-box="0 0 24 24" width="1em" class="t"><g id="a" clip-path="url(#b)">' +
    '<path id="f" fill="transparent" d="M1 1Z"></path><path stroke="currentColor" d="M2 2Z" stroke-width="2"></path></g></svg>'
  expect(asMask(svg)).toBe(
    '<svg xmlns="x" viewBox="0 0 24 24"><path stroke="currentColor" d="M2 2Z" stroke-width="2"/></svg>',
  )
})

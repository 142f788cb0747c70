/**
 * WeChat's own compilers (npm miniprogram-compiler: wcc for WXML and WXS, wcsc for WXSS) accept every file that is uploaded,
 * TDesign's copies included. The browser version compiles more leniently, so this is what keeps a page from breaking there.
 */
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { root } from './harness/render'

const binaries = path.resolve(__dirname, '../../node_modules/miniprogram-compiler/bin/linux')

function compile(binary: 'wcc' | 'wcsc', options: readonly string[], folder = root) {
  const program = path.join(binaries, binary)
  fs.chmodSync(program, 0o755)
  const { status, stdout, stderr } = spawnSync(program, options, { cwd: folder, maxBuffer: 1 << 28 })
  return { status, output: stdout.toString(), errors: stderr.toString() }
}

const filesOf = (extension: string) =>
  fs
    .readdirSync(root, { recursive: true })
    .map(String)
    .filter((file) => file.endsWith(extension))

const wxml = (files: readonly string[], folder = root) =>
  compile('wcc', ['-d', '-cc', '0', ...files, '-gn', '$gwx'], folder)
const wxss = (files: readonly string[], folder = root) =>
  compile('wcsc', ['-db', '-lc', '-pc', String(files.length), ...files], folder)

test('wcc accepts every WXML and WXS', () => {
  const files = [...filesOf('.wxml'), ...filesOf('.wxs')]
  const { status, output, errors } = wxml(files)
  expect(errors).toBe('')
  expect(status).toBe(0)
  expect(files.filter((file) => file.endsWith('.wxml') && !output.includes(file))).toEqual([])
})

test('wcsc accepts every WXSS', () => {
  const files = filesOf('.wxss')
  const { status, output, errors } = wxss(files)
  expect(errors).toBe('')
  expect(status).toBe(0)
  expect(files.filter((file) => !output.includes(file))).toEqual([])
})

test('both refuse what WeChat refuses', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'wechat-'))
  fs.writeFileSync(path.join(folder, 'broken.wxml'), '<view><text></view>')
  fs.writeFileSync(path.join(folder, 'broken.wxss'), '* { color: red; }')
  expect(wxml(['broken.wxml'], folder).status).not.toBe(0)
  expect(wxss(['broken.wxss'], folder).status).not.toBe(0)
  fs.rmSync(folder, { recursive: true })
})

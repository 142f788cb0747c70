/**
 * The private interfaces of WeChat: what the code uses stands in docs/privacy-declaration.md with the pages that reach
 * it, and each of those pages carries the question. Reached: by the page's own script and template, or by a module,
 * template or component that it uses.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import app from '../../miniprogram/app.json'

const root = path.resolve(__dirname, '../../miniprogram')
/** WeChat's list, by the names that would stand in our code. */
const PRIVATE =
  /wx\.(chooseImage|chooseMedia|chooseVideo|chooseMessageFile|[gs]etClipboardData|getLocation|getFuzzyLocation|startLocationUpdate\w*|chooseLocation|choosePoi|chooseAddress|chooseInvoice\w*|chooseLicensePlate|chooseContact|addPhone\w+|startRecord|getRecorderManager|joinVoIPChat|openBluetoothAdapter|createBLEPeripheralServer|startAccelerometer|startCompass|startDeviceMotionListening|startGyroscope|getWeRunData|getUserProfile|getUserInfo|save(Image|Video)ToPhotosAlbum|createVKSession)\b/g
const OPEN_TYPES = /open-type="(getPhoneNumber|getRealtimePhoneNumber|chooseAvatar|getUserInfo)"/g
const TAGS = /<(camera|live-pusher|voip-room)\b|type="(nickname)"/g

const read = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8') : '')
const matches = (text: string, pattern: RegExp) =>
  [...text.matchAll(pattern)].map(([whole, ...groups]) => ({ whole, groups }))

/** The interfaces that a script or template names itself. */
function namedIn(file: string): string[] {
  const text = read(file)
  return [
    ...matches(text, PRIVATE).map(({ whole }) => whole),
    ...matches(text, OPEN_TYPES).map(({ groups }) => groups[0] ?? ''),
    ...matches(text, TAGS).map(({ groups }) => `<${groups[0] ?? groups[1]}>`),
  ]
}

/** Files of ours that a file uses. */
function usedBy(file: string): string[] {
  const text = read(file)
  const relative = [
    ...matches(text.replace(/^import type .*$/gm, ''), /from '(\.[^']+)'/g),
    ...matches(text, /(?:include|import) src="([^"]+)"/g),
  ]
  const modules = relative.flatMap(({ groups: [to = ''] }) => {
    const found = path.resolve(path.dirname(file), to)
    return [found, `${found}.ts`].filter(
      (each) => each.startsWith(root) && /\.(ts|wxml)$/.test(each) && existsSync(each),
    )
  })
  const { usingComponents = {} } = file.endsWith('.json') ? JSON.parse(text || '{}') : {}
  const components = (Object.values(usingComponents) as string[])
    .filter((to) => /^[./]/.test(to))
    .flatMap((to) => parts(to.startsWith('/') ? path.join(root, to) : path.resolve(path.dirname(file), to)))
  return [...modules, ...components]
}

const parts = (base: string) => ['.ts', '.wxml', '.json'].map((ending) => `${base}${ending}`)

function reachedFrom(page: string): Set<string> {
  const seen = new Set<string>()
  const next = parts(path.join(root, page))
  for (let file = next.pop(); file !== undefined; file = next.pop()) {
    if (!seen.has(file)) {
      seen.add(file)
      next.push(...usedBy(file))
    }
  }
  return new Set([...seen].flatMap(namedIn))
}

const pages = [
  ...app.pages,
  ...app.subPackages.flatMap(({ root: folder, pages: own }) => own.map((page) => `${folder}/${page}`)),
]
/** 'alumni/form' */
const shortName = (page: string) => page.replace(/pages\/([^/]+)\/.*$/, '$1')
const inCode = pages.flatMap((page) => [...reachedFrom(page)].map((name) => `${name}: ${shortName(page)}`)).sort()

const rows = readFileSync(path.resolve(__dirname, '../../docs/privacy-declaration.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .map((line) => line.split('|').map((cell) => cell.trim()))
const declared = rows
  .flatMap(([, name = '', , , onPages = '']) =>
    onPages.split(', ').map((page) => `${name.replaceAll('`', '')}: ${page}`),
  )
  .sort()

test('what is used is declared, with its pages, and nothing else is', () => {
  expect(declared).toEqual(inCode)
  expect(declared.length).toBeGreaterThan(5)
})

test('each of these pages carries the question, and no other page does', () => {
  const asking = pages
    .filter((page) => read(path.join(root, `${page}.wxml`)).includes('<privacy-ask />'))
    .map(shortName)
  expect(asking.sort()).toEqual([...new Set(inCode.map((line) => line.split(': ')[1]))].sort())
  expect(app.__usePrivacyCheck__).toBe(true)
})

test('no script of ours names one where no page reaches it', () => {
  const everywhere = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(ts|wxml)$/.test(file) && !/^(lib|miniprogram_npm)/.test(file))
    .flatMap((file) => namedIn(path.join(root, file)))
  expect(new Set(everywhere)).toEqual(new Set(inCode.map((line) => line.split(': ')[0])))
})

/** What the build copies of TDesign is complete: nothing that is copied refers to a file that was left behind. */
import fs from 'node:fs'
import path from 'node:path'

const copied = path.resolve(__dirname, '../../miniprogram/miniprogram_npm/tdesign-miniprogram')
const files = fs
  .readdirSync(copied, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => path.join(entry.parentPath, entry.name))

const references: Record<string, RegExp> = {
  '.js': /\b(?:from|import)\s*["'](\.[^"']+)["']/g,
  '.wxml': /\bsrc=["'](\.[^"'{]+)["']/g,
  '.wxss': /@import\s*["']([^"']+)["']/g,
}

test('nothing that was copied refers to a file that was left behind', () => {
  let looked = 0
  const missing: string[] = []
  for (const file of files) {
    const pattern = references[path.extname(file)]
    for (const [, reference] of pattern ? fs.readFileSync(file, 'utf8').matchAll(pattern) : []) {
      looked += 1
      const base = path.resolve(path.dirname(file), reference!)
      const there = [base, `${base}.js`, `${base}/index.js`, `${base}.wxss`].some((each) => fs.existsSync(each))
      if (!there) {
        missing.push(`${path.relative(copied, file)} → ${reference}`)
      }
    }
  }
  expect(looked).toBeGreaterThan(20)
  expect(missing).toEqual([])
})

test('no style sheet fetches anything from elsewhere', () => {
  const sheets = files.filter((file) => file.endsWith('.wxss'))
  const fetching = sheets.filter((file) => /url\(["']?(https?:)?\/\//.test(fs.readFileSync(file, 'utf8')))
  expect(fetching).toEqual([])
})

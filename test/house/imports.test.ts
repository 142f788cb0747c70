/**
 * Which tree may import from which (docs/where.md): miniprogram → domain ← cloudfunctions, emulator → everything's built
 * output, nothing → emulator. Plus the rules that no linter knows.
 */
import fs from 'node:fs'
import path from 'node:path'

const root = path.resolve(__dirname, '../..')
const trees = ['domain', 'cloudfunctions', 'miniprogram', 'emulator'] as const
type Tree = (typeof trees)[number]

// The emulator shows the university's name and message texts, so it may read the rules; it never touches the product's code.
const allowed: Record<Tree, readonly Tree[]> = {
  domain: ['domain'],
  cloudfunctions: ['cloudfunctions', 'domain'],
  miniprogram: ['miniprogram'],
  emulator: ['emulator', 'domain'],
}
const bridges = ['miniprogram/lib/domain.d.ts', 'miniprogram/guard/lib/domain.d.ts'] // types of the bundled rules

function sources(tree: string): string[] {
  const entries = fs.readdirSync(path.join(root, tree), { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile() && /\.(ts|js|mjs|wxs)$/.test(entry.name))
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
    .filter((file) => !/miniprogram_npm|^miniprogram\/(?:guard\/)?lib\/.*\.js$/.test(file))
}

function importsOf(file: string): string[] {
  const text = fs.readFileSync(path.join(root, file), 'utf8')
  const statements =
    /^(?:import|export)\s[^'"]*?from\s*['"]([^'"]+)['"]|^import\s*['"]([^'"]+)['"]|\brequire\(['"]([^'"]+)/gm
  return [...text.matchAll(statements)].map(([, from, bare, required]) => (from ?? bare ?? required)!)
}

const all = trees.flatMap((tree) => sources(tree).map((file) => ({ tree, file })))

test('the trees are there, so this test looks at something', () => {
  for (const tree of trees) {
    expect(all.filter((source) => source.tree === tree).length).toBeGreaterThan(5)
  }
})

test('no tree imports from one that it must not know', () => {
  const wrong: string[] = []
  for (const { tree, file } of all) {
    for (const name of importsOf(file)) {
      const target = name.startsWith('.') ? path.join(path.dirname(file), name).split(path.sep)[0]! : null
      if (target && !allowed[tree].includes(target as Tree) && !bridges.includes(file)) {
        wrong.push(`${file} → ${name}`)
      }
    }
  }
  expect(wrong).toEqual([])
})

const onPhones = ['dayjs', 'valibot', '@noble/curves', '@noble/ciphers', '@noble/hashes', 'uqr']
// Tables of Chinese characters, half a megabyte: for functions that match people with the archive, never for phones.
const inFunctions = ['opencc-js', 'pinyin-pro']
const isOf = (libraries: string[]) => (name: string) =>
  libraries.some((library) => name === library || name.startsWith(`${library}/`))

test('the rules import only libraries that are known', () => {
  const known = isOf([...onPhones, ...inFunctions])
  const wrong = sources('domain').flatMap((file) =>
    importsOf(file)
      .filter((name) => !name.startsWith('.') && !known(name))
      .map((name) => `${file} → ${name}`),
  )
  expect(wrong).toEqual([])
})

test('what the phone receives imports only the libraries that phones can carry', () => {
  const reached = new Set(['domain/client.ts', 'domain/client-guard.ts'])
  const wrong: string[] = []
  for (const file of reached) {
    const statements = fs
      .readFileSync(path.join(root, file), 'utf8')
      .replace(/^(?:import|export) type [^']*'[^']*'$/gm, '')
    for (const [, name] of statements.matchAll(/\bfrom '([^']+)'/g)) {
      if (!name!.startsWith('.')) {
        wrong.push(...(isOf(onPhones)(name!) ? [] : [`${file} → ${name}`]))
        continue
      }
      const target = path.join(path.dirname(file), name!)
      reached.add(fs.existsSync(path.join(root, `${target}.ts`)) ? `${target}.ts` : `${target}/index.ts`)
    }
  }
  expect(reached.size).toBeGreaterThan(20)
  expect(wrong).toEqual([])
})

test('a capability has the same name in every tree', () => {
  const capabilities = fs.readdirSync(path.join(root, 'domain'), { withFileTypes: true })
  const names = capabilities.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  const functions = fs.readdirSync(path.join(root, 'cloudfunctions')).filter((name) => !name.startsWith('_'))
  expect(functions.filter((name) => !names.includes(name))).toEqual([])
})

// The host's own scripts and sheets: the phone (runtime/, api/, camera/), the desk with three phones (shell/), and the files that
// stand beside them.
import fs from 'node:fs'
import path from 'node:path'
import { build } from 'esbuild'

/** Writes /phone, /shell and the wasm decoder. `root` is the project root, `out` the site's folder. */
export async function bundleHost(root: string, out: string): Promise<void> {
  const host = path.join(root, 'emulator/web-host')
  await build({
    entryPoints: {
      'phone/host': path.join(host, 'runtime/main.ts'),
      'shell/shell': path.join(host, 'shell/main.ts'),
      'link/events-worker': path.join(host, 'link/events-worker.ts'),
    },
    absWorkingDir: root,
    outdir: out,
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    chunkNames: 'phone/chunk-[hash]',
    minify: true,
    sourcemap: 'linked',
    logLevel: 'silent',
    define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
  })
  await build({
    entryPoints: {
      'phone/host': path.join(host, 'runtime/styles/index.css'),
      'shell/shell': path.join(host, 'shell/styles/index.css'),
    },
    absWorkingDir: root,
    outdir: out,
    bundle: true,
    minify: true,
    target: ['chrome111', 'safari16.4', 'firefox115'],
    logLevel: 'silent',
  })
  fs.copyFileSync(path.join(host, 'runtime/phone.html'), path.join(out, 'phone/index.html'))
  fs.copyFileSync(path.join(host, 'shell/desk.html'), path.join(out, 'index.html'))
  const people = path.join(out, 'people.json')
  if (!fs.existsSync(people)) fs.copyFileSync(path.join(host, 'shell/people.json'), people)
  const wasm = path.join(root, 'node_modules/zxing-wasm/dist/reader/zxing_reader.wasm')
  fs.copyFileSync(wasm, path.join(out, 'phone/zxing_reader.wasm'))
}

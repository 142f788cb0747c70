// `npm start`: sets up what is missing, then runs the product on this machine: cloud, functions and three phones in one page.
// `npm start -- --reset` empties its data folder first; PORT=… moves it.
import { spawn } from 'node:child_process'
import path from 'node:path'
import { main, root, say, setUp } from './setup.mjs'

await main(async () => {
  await setUp()
  say('Starting …')
  const program = path.join(root, 'dist', 'emulator', 'main.cjs')
  const child = spawn(process.execPath, ['--enable-source-maps', program, ...process.argv.slice(2)], {
    cwd: root,
    stdio: 'inherit',
  })
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.on(signal, () => child.kill(signal))
  }
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal ? 0 : 1)
  })
})

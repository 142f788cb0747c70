/** A process of its own that runs the emulator, so that a test can kill it: node serve.js <dataDir> <collectionsFile>. */
import { startCloud } from '../../../emulator/cloud/cloud'

const [, , dataDir = '', collectionsFile = ''] = process.argv

startCloud({ dataDir, collectionsFile, functionsDir: dataDir, workerFile: '', port: 0, functionEnv: {} }).then(
  (cloud) => process.stdout.write(`${cloud.url}\n`),
  (error: Error) => {
    process.stderr.write(`${error.message}\n`)
    process.exit(1)
  },
)

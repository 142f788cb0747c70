/**
 * `npm start`: the whole product on this machine. One server on 127.0.0.1 holds the local cloud, its functions and the page
 * with three phones. Data stay in one folder between runs; `--reset` empties it; PORT moves the server, DATA its folder.
 */
import fs from 'node:fs'
import path from 'node:path'
import { messageTemplates } from '../domain/notifications/templates'
import { type Cloud, startCloud } from './cloud/cloud'
import { functionKeys, officialAccountOf } from './keys'
import { seedArchive } from './seed/archive'
import { people } from './seed/people'
import { type Call, seedStaff } from './seed/staff'
import { webHostRoutes } from './web-host/routes'

const DEFAULT_PORT = 8080

/** Where the library's entrances are on this machine: test/examples/library-door.mjs can be started there. */
const doors = { LIBRARY_DOOR: 'http://127.0.0.1:8090/', LIBRARY_EZPROXY: 'http://127.0.0.1:2048' }

async function start(): Promise<void> {
  const root = process.cwd()
  const port = Number(process.env.PORT ?? DEFAULT_PORT)
  const dataDir = path.resolve(process.env.DATA ?? path.join(root, '.data'))
  if (process.argv.includes('--reset')) {
    fs.rmSync(dataDir, { recursive: true, force: true })
    console.log(`Emptied ${path.relative(root, dataDir) || dataDir}.`)
  }
  const keys = functionKeys(dataDir)
  const webHost = path.join(root, 'dist', 'web-host')
  fs.writeFileSync(path.join(webHost, 'people.json'), JSON.stringify(people))
  const cloud: Cloud = await startCloud({
    dataDir,
    port,
    functionsDir: path.join(root, 'dist', 'cloudfunctions'),
    collectionsFile: path.join(root, 'dist', 'collections.json'),
    workerFile: path.join(root, 'dist', 'emulator', 'worker.cjs'),
    functionEnv: (url) => ({
      ...keys,
      SMS_ENDPOINT: `${url}/sms`,
      OFFICIAL_API: `${url}/official`,
      LIBRARY_ISSUER: `${url}/http/library`,
      ...doors,
    }),
    officialAccount: officialAccountOf(keys),
    pages: ['pages/home/home', 'pages/card/card'],
    smsTemplates: messageTemplates,
    smsSecret: { id: keys.SMS_SECRET_ID, key: keys.SMS_SECRET_KEY },
    staticRoutes: webHostRoutes(webHost),
    afterReset: () => seed(cloud, keys.BOOTSTRAP_CODE),
    log: (line) => console.log(line),
  })
  await seed(cloud, keys.BOOTSTRAP_CODE)
  console.log(
    `\nThe alumni card is running: ${cloud.url}\nData: ${dataDir}   (Ctrl-C stops, npm start -- --reset empties)\n`,
  )
  const stop = async () => {
    await cloud.stop()
    process.exit(0)
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
}

/** The demonstration's phone numbers, staff and archive; harmless when they are there already. */
async function seed(cloud: Cloud, bootstrapCode: string): Promise<void> {
  for (const person of people) {
    cloud.world.phones.register(person.openid, person.phoneNumber)
  }
  const call: Call = (openid, name, data) => cloud.call(openid, name, data)
  await seedStaff(call, bootstrapCode)
  const reviewer = people.find(({ role }) => role === 'reviewer')
  if (reviewer) {
    const { storage } = cloud.world
    await seedArchive(call, (file, text, openid) => storage.upload(file, Buffer.from(text), openid), reviewer.openid)
  }
}

start().catch((error: NodeJS.ErrnoException) => {
  const port = process.env.PORT ?? DEFAULT_PORT
  const taken = `Port ${port} is taken by another program. Choose another one: PORT=${Number(port) + 1} npm start`
  console.error(`\n${error.code === 'EADDRINUSE' ? taken : error.message}`)
  process.exit(1)
})

/**
 * The local cloud as a process of its own, so that a test can kill it. Arguments: JSON of build paths, data folder,
 * keys.
 */

import { messageTemplates } from '../../../domain/notifications/templates'
import { startCloud } from '../../../emulator/cloud/cloud'
import { SMS_SECRET } from './keys'

async function main() {
  const { built, dataDir, keys, now, smsEndpoint, timers = true } = JSON.parse(process.argv[2] ?? '{}')
  const cloud = await startCloud({
    ...built,
    dataDir,
    port: 0,
    functionEnv: (url: string) => ({ ...keys, SMS_ENDPOINT: smsEndpoint ?? `${url}/sms` }),
    smsTemplates: messageTemplates,
    smsSecret: SMS_SECRET,
    timers,
  })
  if (typeof now === 'number') {
    cloud.controls.reset(now)
  }
  process.stdout.write(`${cloud.url}\n`)
}

void main()

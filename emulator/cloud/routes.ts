/** Which part answers which address. */
import { CONTROL, controlHandler } from './control/control-routes'
import type { Controls } from './control/controls'
import { ENV_NAME } from './environment'
import { HTTP_ACCESS, httpAccess } from './http/http-access'
import type { Route } from './http/server'
import { OFFICIAL, officialHandler } from './official-account/handler'
import { openapi } from './openapi/openapi'
import type { CloudOptions } from './options'
import { SMS, smsHandler } from './sms/sms-handler'
import type { Secret } from './sms/tc3-signature'
import { FILES, fileHandler } from './storage/file-routes'
import { adminHandler } from './wire/admin'
import { functionActions } from './wire/function-actions'
import { readActions } from './wire/read-actions'
import { storageActions } from './wire/storage-actions'
import { transactionActions } from './wire/transaction-actions'
import { writeActions } from './wire/write-actions'
import type { World } from './world'

const DEFAULT_SECRET: Secret = { id: 'local-id', key: 'local-key' }

export const routesOf = (options: CloudOptions, world: World, controls: Controls): Route[] => {
  const { clock, database, functions, storage, statistics } = world
  const now = () => clock.now()
  const holdMs = options.faultHoldMs ?? 120_000
  const admin = adminHandler({
    actions: {
      ...readActions(database, now),
      ...writeActions(database, now),
      ...transactionActions(database),
      ...functionActions(functions),
      ...storageActions(storage),
    },
    openapi: openapi({ ...world, holdMs }),
    count: (action) => statistics.count(action),
    isAlive: (session) => functions.isAlive(session),
    log: options.log ?? (() => {}),
  })
  const sms = smsHandler({
    ...world,
    templates: options.smsTemplates,
    secret: options.smsSecret ?? DEFAULT_SECRET,
    now,
    holdMs,
  })
  const { officialAccount: account } = world
  const official = account && officialHandler({ ...world, account, pages: options.pages ?? [], holdMs })
  return [
    ...(official ? [{ prefix: OFFICIAL, handler: official }] : []),
    { prefix: '/admin', handler: admin },
    { prefix: FILES, handler: fileHandler(storage, clock) },
    { prefix: HTTP_ACCESS, handler: httpAccess(functions, ENV_NAME), open: true },
    { prefix: SMS, handler: sms },
    { prefix: CONTROL, handler: controlHandler(world, controls, options.afterReset ?? (() => {})) },
  ]
}

/**
 * The local CloudBase: database, functions, storage, timers, WeChat's server APIs and an SMS provider on one port of
 * 127.0.0.1. The product and its SDKs run unmodified against it, redirected by environment variables alone.
 * Role: starts and stops it. What is faithful and what is not: ../README.md.
 */
import { type CallOptions, Controls } from './control/controls'
import { closeDatabaseFile, openDatabaseFile } from './durable/database-file'
import { sdkEnvironment } from './environment'
import { startServer, stopServer } from './http/server'
import type { CloudOptions } from './options'
import { routesOf } from './routes'
import { buildWorld, type World } from './world'

export type { CloudOptions } from './options'

export type Cloud = {
  url: string
  port: number
  /** Variables for programs that use the SDKs. */
  env: Record<string, string>
  /** Calls a function as this user's mini program does; resolves with its result, rejects with a CloudError. */
  call(openid: string, name: string, data: unknown, options?: CallOptions): Promise<unknown>
  /** Everything the control API can do, in process. */
  controls: Controls
  world: World
  stop(): Promise<void>
}

/**
 * Starts the emulator. Rejects with code EADDRINUSE when the port is taken, and with a sentence when the data directory
 * is in use or a file of the options is wrong; nothing is left running then.
 */
export const startCloud = async (options: CloudOptions): Promise<Cloud> => {
  const file = openDatabaseFile(options.dataDir)
  try {
    let url = ''
    const world = buildWorld(options, file, () => url)
    const controls = new Controls(world)
    const { server, port } = await startServer({
      port: options.port,
      routes: routesOf(options, world, controls),
      staticRoutes: options.staticRoutes,
      log: options.log ?? (() => {}),
    })
    url = `http://127.0.0.1:${port}`
    world.scheduler.start()
    const stop = async () => {
      world.scheduler.stop()
      await stopServer(server)
      await world.functions.stop()
      world.database.transactions.abortAll()
      closeDatabaseFile(file)
    }
    const call: Cloud['call'] = async (openid, name, data, callOptions) =>
      (await controls.call(openid, name, data, callOptions)).result
    return { url, port, env: sdkEnvironment(url), call, controls, world, stop }
  } catch (thrown) {
    closeDatabaseFile(file)
    throw thrown
  }
}

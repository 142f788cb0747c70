/** Finds the built functions: <functionsDir>/<name>/index.js and config.json (timers, time limit). */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { functionNotFound } from '../errors'
import type { Timer } from '../schedule/scheduler'

type FunctionConfig = { timeout?: number; triggers?: { name: string; type: string; config: string }[] }

export class FunctionDirectory {
  constructor(private readonly functionsDir: string) {}

  names(): string[] {
    if (!existsSync(this.functionsDir)) return []
    return readdirSync(this.functionsDir).filter((name) => this.exists(name))
  }

  /** The script of a function; throws FUNCTION_NOT_FOUND. */
  indexFile(name: string): string {
    if (!this.exists(name)) throw functionNotFound(name)
    return join(this.functionsDir, name, 'index.js')
  }

  /** The time limit from config.json (seconds there), or the default (ms). */
  timeLimitMs(name: string, otherwise: number): number {
    const seconds = this.config(name).timeout
    return typeof seconds === 'number' ? seconds * 1000 : otherwise
  }

  timers(): Timer[] {
    return this.names().flatMap((functionName) =>
      (this.config(functionName).triggers ?? [])
        .filter((trigger) => trigger.type === 'timer')
        .map((trigger) => ({ functionName, trigger: trigger.name, expression: trigger.config })),
    )
  }

  private exists(name: string): boolean {
    return /^[\w-]+$/.test(name) && existsSync(join(this.functionsDir, name, 'index.js'))
  }

  private config(name: string): FunctionConfig {
    const file = join(this.functionsDir, name, 'config.json')
    return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as FunctionConfig) : {}
  }
}

/**
 * What functions print: appended to <dataDir>/logs/functions.log (one line each) and the newest kept in memory.
 * The file exists so that tests can search everything that was ever logged for things that must not be there.
 */
import { appendFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'

export type LogLine = { at: number; function: string; requestId: string; level: 'out' | 'error'; text: string }

const KEPT = 2000

export class FunctionLog {
  readonly file: string
  private readonly newest: LogLine[] = []

  constructor(dataDir: string) {
    mkdirSync(join(dataDir, 'logs'), { recursive: true })
    this.file = join(dataDir, 'logs', 'functions.log')
  }

  add(line: LogLine): void {
    this.newest.push(line)
    if (this.newest.length > KEPT) this.newest.splice(0, this.newest.length - KEPT)
    const time = new Date(line.at).toISOString()
    appendFileSync(this.file, `${time} ${line.function} ${line.requestId} ${line.level} ${line.text}\n`)
  }

  /** The newest lines, oldest first; of one function when named. */
  lines(functionName?: string): LogLine[] {
    return functionName ? this.newest.filter((line) => line.function === functionName) : [...this.newest]
  }

  clear(): void {
    this.newest.length = 0
  }
}

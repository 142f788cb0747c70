// Read access to one mini program's folder. Paths are relative to it, with forward slashes, as in app.json.
import fs from 'node:fs'
import path from 'node:path'
import { type TransformFailure, transformSync } from 'esbuild'
import type { Problems } from './problems'

export class Sources {
  readonly root: string
  private readonly problems: Problems

  constructor(root: string, problems: Problems) {
    this.root = root
    this.problems = problems
  }

  /** The absolute path of a file of the mini program. */
  absolute(file: string): string {
    return path.join(this.root, file)
  }

  exists(file: string): boolean {
    return fs.existsSync(this.absolute(file))
  }

  /** The text of a file, or '' when there is none. */
  read(file: string): string {
    return this.exists(file) ? fs.readFileSync(this.absolute(file), 'utf8') : ''
  }

  /** The parsed content of a JSON file, or {} when there is none. A syntax error is noted with its line. */
  json(file: string): Record<string, any> {
    const text = this.read(file)
    if (text.trim() === '') return {}
    try {
      return JSON.parse(text)
    } catch {
      this.problems.add(file, ...syntaxError(text))
      return {}
    }
  }

  /** The script of a page or component: its path with extension, or undefined. */
  script(unit: string): string | undefined {
    return [`${unit}.ts`, `${unit}.js`].find((file) => this.exists(file))
  }
}

/** Line and message of a JSON syntax error; JSON.parse itself does not always say where. */
function syntaxError(text: string): [line: number, message: string] {
  try {
    transformSync(text, { loader: 'json', logLevel: 'silent' })
    return [1, 'not valid JSON']
  } catch (error) {
    const [first] = (error as TransformFailure).errors
    return [first?.location?.line ?? 1, first?.text ?? 'not valid JSON']
  }
}

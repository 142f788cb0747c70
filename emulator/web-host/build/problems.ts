// What is wrong with a mini program's sources, collected so that one build reports everything at once.
// Each problem names its file (relative to the mini program) and line, as WeChat's DevTools do.

/** Thrown when a build found problems; `problems` holds one "file:line: message" per problem. */
export class WebHostBuildError extends Error {
  readonly problems: readonly string[]

  constructor(problems: readonly string[]) {
    super(`The mini program does not build for the web host:\n${problems.join('\n')}`)
    this.name = 'WebHostBuildError'
    this.problems = problems
  }
}

export class Problems {
  private readonly found = new Set<string>()

  /** Notes a problem. `line` counts from 1. */
  add(file: string, line: number, message: string): void {
    this.found.add(`${file}:${line}: ${message}`)
  }

  /** Throws WebHostBuildError when anything was noted. */
  throwIfAny(): void {
    if (this.found.size > 0) throw new WebHostBuildError([...this.found])
  }
}

/** The line (from 1) on which the character at `index` stands. */
export function lineOf(text: string, index: number): number {
  return text.slice(0, Math.max(0, index)).split('\n').length
}

/** The line (from 1) of the first occurrence of `word`, or 1 when it is absent. */
export function lineWith(text: string, word: string): number {
  const index = text.indexOf(word)
  return index < 0 ? 1 : lineOf(text, index)
}

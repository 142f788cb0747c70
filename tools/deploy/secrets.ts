/**
 * The secrets of one deployment: keys that are made once and never again, and what providers gave. They are kept in one
 * file outside the project that its owner alone can read, or come from the environment (which wins). A key that the cloud
 * has already is taken over, never replaced by a new one: with another key every sealed ID number would be lost.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import * as v from 'valibot'
import type { FunctionState } from './state'
import { variables } from './variables'

export type Secrets = Readonly<Record<string, string>>
export type SecretsReading = { ok: true; value: Secrets } | { ok: false; sentence: string }

const OTHERS = 0o077
const schema = v.pipe(v.string(), v.parseJson(), v.record(v.string(), v.string()))

/**
 * Reads the file; none there is none kept yet.
 * @param project the project's folder, in which the file must not lie
 * @param environment variables that win over the file; only names that we know are looked at
 */
export function readSecrets(
  file: string,
  { project, environment, names }: { project: string; environment: NodeJS.ProcessEnv; names: readonly string[] },
): SecretsReading {
  if (!path.relative(project, file).startsWith('..')) {
    return { ok: false, sentence: `Keep the secrets outside the project, not at ${file} (secretsFile).` }
  }
  const kept = existsSync(file) ? readFile(file) : { ok: true as const, value: {} }
  if (!kept.ok) {
    return kept
  }
  const given = names.flatMap((name) => (environment[name] ? [[name, environment[name]] as const] : []))
  return { ok: true, value: { ...kept.value, ...Object.fromEntries(given) } }
}

function readFile(file: string): SecretsReading {
  if (process.platform !== 'win32' && (statSync(file).mode & OTHERS) !== 0) {
    return { ok: false, sentence: `Others can read ${file}: chmod 600 ${file}` }
  }
  const parsed = v.safeParse(schema, readFileSync(file, 'utf8'))
  return parsed.success
    ? { ok: true, value: parsed.output }
    : { ok: false, sentence: `${file} must be a JSON object of texts.` }
}

/** Writes beside and renames: a machine that stops leaves the old file or the new one. */
export function writeSecrets(file: string, secrets: Secrets): void {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 })
  renameSync(draft, file)
}

export type Settlement = {
  /** With every key that the functions need. */
  secrets: Secrets
  /** Keys that were made now. */
  made: readonly string[]
  /** Keys that only the cloud had. */
  adopted: readonly string[]
  /** A sentence for each key of which the cloud has another value than we. */
  conflicts: readonly string[]
}

export type Question = {
  needed: readonly string[]
  known: Secrets
  functions: Readonly<Record<string, FunctionState>>
  /** Keys that are to be replaced in the cloud by the known ones, because somebody said so. */
  replace: readonly string[]
  makeKey: (bytes: number) => string
  makeText: () => string
}

/** Completes the keys: known ones stay, the cloud's are taken over, the rest is made. */
export function settle({ needed, known, functions, replace, makeKey, makeText }: Question): Settlement {
  const secrets: Record<string, string> = { ...known }
  const made: string[] = []
  const adopted: string[] = []
  const conflicts: string[] = []
  for (const name of needed) {
    const variable = variables[name]
    if (variable?.from !== 'generated') {
      continue
    }
    const inCloud = valuesInCloud(name, functions)
    if (secrets[name] === undefined && inCloud.length === 1) {
      secrets[name] = inCloud[0]!
      adopted.push(name)
    }
    if (secrets[name] === undefined && inCloud.length === 0) {
      secrets[name] = 'bytes' in variable ? makeKey(variable.bytes) : makeText()
      made.push(name)
    }
    if (inCloud.some((value) => value !== secrets[name]) && !replace.includes(name)) {
      conflicts.push(conflictOf(name))
    }
  }
  return { secrets, made, adopted, conflicts }
}

function valuesInCloud(name: string, functions: Question['functions']): string[] {
  const values = Object.values(functions).flatMap(({ variables }) => variables[name] ?? [])
  return [...new Set(values)]
}

function conflictOf(name: string): string {
  return (
    `The cloud has another ${name} than the secrets file. If the file is of another environment, name the right one ` +
    `(secretsFile); if the key is really to be replaced (docs/deploy.md, "Keys"), run with --replace ${name}.`
  )
}

/** A mini program of a few strings, built in a temporary folder. */
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { Problems } from '../../../../emulator/web-host/build/problems'
import { Sources } from '../../../../emulator/web-host/build/sources'
import { compileSheet } from '../../../../emulator/web-host/build/styles'

const folders: string[] = []

/** Writes files into a new folder and returns it. */
export function folderOf(files: Record<string, string>): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'web-host-build-'))
  folders.push(folder)
  for (const [name, text] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
    fs.writeFileSync(path.join(folder, name), text)
  }
  return folder
}

/** Removes every folder made so far. */
export function removeFolders(): void {
  for (const folder of folders.splice(0)) fs.rmSync(folder, { recursive: true, force: true })
}

/** Compiles a.wxss among `files`; throws the problems. */
export function sheet(files: Record<string, string>, options: { scope?: string; host?: string } = {}): string {
  const problems = new Problems()
  const css = compileSheet('a', { sources: new Sources(folderOf(files), problems), problems, ...options })
  problems.throwIfAny()
  return css
}

// Writes the published vectors; the command is in vectors.ts.
import { writeFileSync } from 'node:fs'
import { passVectors } from './vectors'

writeFileSync(process.argv[2] ?? 'pass.json', `${JSON.stringify(passVectors(), null, 1)}\n`)

// Writes the published vectors; the command is in status-list-vectors.ts.
import { writeFileSync } from 'node:fs'
import { statusListVectors } from './status-list-vectors'

writeFileSync(process.argv[2] ?? 'status-list.json', `${JSON.stringify(statusListVectors(), null, 1)}\n`)

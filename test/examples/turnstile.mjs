// A turnstile in sixty lines: reads codes from standard input, one on each line as hand scanners type them, asks the gate
// check, and says OPEN or CLOSED. No dependencies; Node 20 or later. The contract is docs/openapi/gate.yaml.
//
//   GATE_URL=https://<environment>.service.tcloudbase.com/gate/check DEVICE_KEY=<key> node test/examples/turnstile.mjs

import { randomUUID } from 'node:crypto'
import { createInterface } from 'node:readline'

const TRIES = 3
const PATIENCE_MS = 3_000
const PAUSE_MS = 400

const { GATE_URL, DEVICE_KEY } = process.env
if (!GATE_URL || !DEVICE_KEY) {
  console.error('Set GATE_URL and DEVICE_KEY.')
  process.exit(2)
}

/** Asks once. Throws when nothing answered; that is not a refusal. */
async function ask(text, scan) {
  const response = await fetch(GATE_URL, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${DEVICE_KEY}`,
      'content-type': 'application/json',
      'idempotency-key': scan,
    },
    body: JSON.stringify({ text }),
    signal: AbortSignal.timeout(PATIENCE_MS),
  })
  return { status: response.status, answer: await response.json() }
}

/** Asks until there is an answer; the same name each time, so that a repeated question is one scan. */
async function check(text) {
  const scan = randomUUID()
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    try {
      const { status, answer } = await ask(text, scan)
      if (status < 500 || attempt === TRIES) {
        return { status, answer }
      }
    } catch (error) {
      if (attempt === TRIES) {
        return { status: 0, answer: { code: error.name } }
      }
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS * attempt))
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  if (line.trim() === '') {
    continue
  }
  const { status, answer } = await check(line)
  const isOpen = status === 200 && answer.admit === true
  console.log(
    `${isOpen ? 'OPEN' : 'CLOSED'} ${answer.verdict ?? answer.code} ${answer.holder?.maskedName ?? ''}`.trim(),
  )
}

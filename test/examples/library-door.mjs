// A library's door in a hundred lines: takes the tickets of alumni cards, lets each in once, and sends the reader on. It knows no
// name, card number or ID number. Needs `npm install jose`; Node 20 or later. The contract is docs/library.md.
//
//   ISSUER=https://<environment>.service.tcloudbase.com/library AUDIENCE=https://door.library.example \
//   PORT=8090 node test/examples/library-door.mjs
//
// JWKS (the address of the keys) follows from ISSUER unless it is set. A door with several processes keeps `used` in a store that
// they share, with insert-if-absent.

import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import { createRemoteJWKSet, errors, jwtVerify } from 'jose'

const { ISSUER, AUDIENCE, PORT = '8090' } = process.env
if (!ISSUER || !AUDIENCE) {
  console.error('Set ISSUER and AUDIENCE.')
  process.exit(2)
}

/** How far the two clocks may be apart, seconds. */
const SKEW = 30
const LIFE = 120
const FORGET_EVERY_MS = 60_000

const seconds = () => Date.now() / 1000
const startedAt = seconds()
const keys = createRemoteJWKSet(new URL(process.env.JWKS ?? `${ISSUER}/.well-known/jwks.json`))
const expected = {
  issuer: ISSUER,
  audience: AUDIENCE,
  typ: 'library-ticket+jwt',
  algorithms: ['EdDSA'],
  clockTolerance: SKEW,
  maxTokenAge: LIFE,
  requiredClaims: ['sub', 'exp', 'iat', 'jti', 'class', 'target'],
}

/** Tickets that were used, by their name, and when each can be forgotten. */
const used = new Map()

/** The claims of a ticket that lets somebody in, now and never again. Throws with a `code` otherwise. */
async function admit(ticket) {
  const { payload } = await jwtVerify(ticket, keys, expected)
  // What was used before this process began is not known here, so tickets that can be of that time are refused.
  if (payload.iat < startedAt + SKEW) {
    throw Object.assign(new Error(), { code: 'DOOR_RESTARTED' })
  }
  if (used.has(payload.jti)) {
    throw Object.assign(new Error(), { code: 'TICKET_USED' })
  }
  used.set(payload.jti, payload.exp + SKEW + 1)
  return payload
}

setInterval(() => {
  for (const [name, until] of used) {
    if (until < seconds()) {
      used.delete(name)
    }
  }
}, FORGET_EVERY_MS).unref()

const page = (head, text) =>
  `<!doctype html><meta charset="utf-8"><title>${head}</title><h1>${head}</h1><p>${text}</p>\n`

const server = createServer(async (request, response) => {
  const ticket = new URL(request.url, AUDIENCE).searchParams.get('ticket') ?? ''
  // The address holds the ticket: neither kept nor handed on to the next page.
  const headers = { 'cache-control': 'no-store', 'referrer-policy': 'no-referrer', 'content-type': 'text/html' }
  try {
    const { sub, class: cardClass, target } = await admit(ticket)
    console.log(`admitted ${sub} class ${cardClass}`)
    // A real proxy binds this session to `sub` and rewrites the target's address to lead through itself.
    const session = `session=${randomUUID()}; HttpOnly; Secure; SameSite=Lax; Path=/`
    response.writeHead(303, { ...headers, location: target, 'set-cookie': session }).end()
  } catch (error) {
    const code = error.code ?? 'ERROR'
    console.log(`refused ${code}`)
    const isOurs = error instanceof errors.JWKSTimeout || !error.code
    response
      .writeHead(isOurs ? 503 : 403, { ...headers, 'x-refusal': code })
      .end(page('This link cannot be used', 'Open your alumni card and get a new link.'))
  }
})

server.listen(Number(PORT), '127.0.0.1', () => console.log(`listening ${server.address().port}`))

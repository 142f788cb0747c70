/** Signs tickets: JWS compact, EdDSA with Ed25519 (RFC 8037), by jose. */
import { importJWK, SignJWT } from 'jose'
import { TICKET_TYPE, type TicketClaims } from '../../domain/library/ticket'
import { ticketKey } from './signing-keys'

const ALGORITHM = 'EdDSA'

/** The ticket of these claims. */
export async function signTicket(claims: TicketClaims): Promise<string> {
  const header = { alg: ALGORITHM, typ: TICKET_TYPE, kid: ticketKey.kid }
  return new SignJWT(claims).setProtectedHeader(header).sign(await importJWK(ticketKey.privateJwk, ALGORITHM))
}

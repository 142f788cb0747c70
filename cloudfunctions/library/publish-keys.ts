/**
 * `GET /.well-known/jwks.json`: the public keys of tickets, for whoever wants to check one. May be kept for ten minutes, so a new
 * key is published well before it signs.
 */
import { type HttpRequest, type HttpResponse, respond } from '../_kit/http'
import { keySet } from './signing-keys'

// The platform may or may not leave the function's own route in front.
const PATH = /^(\/library)?\/\.well-known\/jwks\.json$/
const METHODS = ['GET', 'HEAD']

export async function publishKeys({ path, method }: HttpRequest): Promise<HttpResponse> {
  if (!PATH.test(path)) {
    return respond(404, { code: 'path_unknown' })
  }
  if (!METHODS.includes(method)) {
    return respond(405, { code: 'method_not_allowed' }, { allow: METHODS.join(', ') })
  }
  return respond(200, keySet, { 'content-type': 'application/jwk-set+json', 'cache-control': 'public, max-age=600' })
}

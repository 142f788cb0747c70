/** The issuer's key: node:crypto and the phone's library agree about it (RFC 8032, test 1). */
import { ed25519 } from '@noble/curves/ed25519.js'
import { functionKeys } from '../harness/keys'

const seed = '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60'
Object.assign(process.env, functionKeys, { PASS_ISSUER_KEY: Buffer.from(seed, 'hex').toString('base64') })
const { issuerPublicKey, passKeyId, signAsIssuer, viewKey } =
  require('../../../cloudfunctions/_kit/pass-keys') as typeof import('../../../cloudfunctions/_kit/pass-keys')

test('public key and signature of the standard', () => {
  expect(Buffer.from(issuerPublicKey).toString('hex')).toBe(
    'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
  )
  expect(Buffer.from(signAsIssuer(new Uint8Array())).toString('hex')).toBe(
    'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
  )
})

test('what the server signs, the phone verifies', () => {
  const message = Uint8Array.from([1, 2, 3])
  expect(ed25519.verify(signAsIssuer(message), message, issuerPublicKey)).toBe(true)
  expect([passKeyId, viewKey.length]).toEqual([7, 16])
})

/**
 * Keyed digests whose key can be replaced although the text is gone. The first key digests the text, each later one the
 * digest before it: so a stored digest is brought under a new key without the number that it was made from, which is
 * shredded after some days. Whoever has an earlier key and the store finds nobody, because the last step needs the
 * newest key. Earlier keys are needed to compute, and protect nothing any more (docs/keys.md).
 *
 *   under the first key       <64 hex>
 *   under a later one         <64 hex>.<id of that key, 8 hex>
 */
import { createHmac } from 'node:crypto'
import { keyIdOf } from './key-id'
import { secretKey, secretKeys } from './keys'

/** Oldest first; the last one is in use. */
const chain = [...secretKeys('IDENTITY_DIGEST_KEYS_EARLIER', 32), secretKey('IDENTITY_DIGEST_KEY', 32)].map((key) => ({
  key,
  id: keyIdOf(key),
}))
const [first] = chain

/** The key that digests are made under now. */
export const digestKeyId = chain.at(-1)?.id ?? ''

/** The keys before it; they compute, and protect nothing. */
export const earlierDigestKeyIds: readonly string[] = chain.slice(0, -1).map(({ id }) => id)

/** Names the replacement of the key that is in use. */
export const digestRotation = `digest:${digestKeyId}`

/** True when digests under an earlier key may be stored. */
export const hasEarlierDigestKeys = chain.length > 1

/** The digests of a text, the newest key's first. */
export function keyedDigests(text: string): string[] {
  const digests = [first ? hmac(first.key, text) : '']
  for (const { key, id } of chain.slice(1)) {
    digests.unshift(`${hmac(key, stepText(digests[0] ?? ''))}.${id}`)
  }
  return digests
}

/** A stored digest under the newest key. @throws when it was made under a key that is not here */
export function upToDate(digest: string): string {
  const [, id] = digest.split('.')
  const place = id === undefined ? 0 : chain.findIndex((each) => each.id === id)
  if (place < 0) {
    throw new Error('A digest was made under a key that is not here.')
  }
  return chain.slice(place + 1).reduce((before, each) => `${hmac(each.key, stepText(before))}.${each.id}`, digest)
}

const stepText = (digest: string) => `alumni-ecard/digest-step/1\0${digest}`

const hmac = (key: Buffer, text: string) => createHmac('sha256', key).update(text).digest('hex')

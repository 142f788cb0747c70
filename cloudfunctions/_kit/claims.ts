/** The natural keys that hold one person to one identity and one account to one card. */
import { get } from './store'

/** Held by the person: the digest of their document. */
export const documentClaim = (digest: string) => `document:${digest}`

/** Held by the WeChat account. */
export const accountClaim = (openid: string) => `account:${openid}`

/**
 * The digest that names a person: that of their document, or of the one that it was joined to
 * (domain/identity/aliases).
 */
export async function identityOf(digest: string): Promise<string> {
  return (await get('claims', documentClaim(digest)))?.aliasOf ?? digest
}

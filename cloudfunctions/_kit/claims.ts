/** The natural keys that hold one person to one identity and one account to one card. */

/** Held by the person: the digest of their document. */
export const documentClaim = (digest: string) => `document:${digest}`

/** Held by the WeChat account. */
export const accountClaim = (openid: string) => `account:${openid}`

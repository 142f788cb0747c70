/** Documents that were joined to one identity. */
import type { AliasView } from '../../../domain/office/identity-api'

/** Key: digest of the document that names the identity. The documents that were joined to it. */
export type IdentityRecord = { aliases: AliasRecord[] }

/** `by`: OPENID of the colleague, `byName` as staff see it. */
export type AliasRecord = AliasView & { digest: string; byName: string }

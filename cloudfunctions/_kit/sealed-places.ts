/**
 * Where sealed texts stand: every field that holds one, and the place that is authenticated with it. Replacing the key
 * goes through this table (privacy/reseal.ts), and a field that is missing here would be left behind:
 * test/cloudfunctions/privacy/ rotate-keys.test.ts looks for one in every collection.
 */

/** The fields of a collection that hold sealed texts, with what their place is called. */
export const sealedFields = {
  applications: { documentSealed: 'document', phoneSealed: 'phone' },
  cards: { phoneSealed: 'phone' },
  wishes: { phoneSealed: 'phone' },
  outbox: { letter: 'letter' },
  officialTokens: { token: 'token' },
} as const

export type SealedCollection = keyof typeof sealedFields
export type SealedField<Name extends SealedCollection> = keyof (typeof sealedFields)[Name] & string

/** `<collection>/<record>/<field>`. */
export function sealedPlace<Name extends SealedCollection>(name: Name, id: string, field: SealedField<Name>): string {
  return `${name}/${id}/${sealedFields[name][field]}`
}

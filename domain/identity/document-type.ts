/**
 * The identity documents that alumni register with, a closed list. "Due to the needs of the real-name system, you need to
 * fill in your ID number" (notice III.1); overseas alumni hold passports and residence cards, so a resident ID is one of
 * seven. This folder knows documents and the words derived from them; it does not store, encrypt or look them up.
 */

export const documentTypes = [
  'resident_id', // 居民身份证
  'residence_permit_hmt', // 港澳台居民居住证
  'permanent_residence_2023', // 外国人永久居留身份证, the "five-star card" of December 2023
  'permanent_residence_2017', // 外国人永久居留身份证, its predecessor, still valid
  'travel_permit_hk_macao', // 港澳居民来往内地通行证 (回乡证)
  'travel_permit_taiwan', // 台湾居民来往大陆通行证 (台胞证)
  'passport',
] as const
export type DocumentType = (typeof documentTypes)[number]

/** A document as given or stored. `country` is the issuing country, ISO 3166-1 alpha-3. */
export type Document = {
  type: DocumentType
  country: string
  number: string
}

/** Every type but the passport is issued by China; their country may be left empty. */
export const CHINA = 'CHN'

/** True when the issuing country is part of the type and is not asked for. */
export function isIssuedInChina(type: DocumentType): boolean {
  return type !== 'passport'
}

/** Identity documents: what the rest of the product may use of this folder. */
export { type Country, countries, isCountry } from './countries'
export { type Document, type DocumentType, documentTypes, isIssuedInChina } from './document-type'
export { documentKeyText } from './key-text'
export { lastFour, maskDocument } from './mask'
export { maskName } from './masked-name'
export { normaliseDocument, normaliseNumber } from './normalise'
export { type DocumentCode, documentCodes, validateDocument } from './validate'

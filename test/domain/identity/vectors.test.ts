import {
  type Document,
  documentCodes,
  documentKeyText,
  documentTypes,
  lastFour,
  maskDocument,
  normaliseDocument,
  validateDocument,
} from '../../../domain/identity'
import vectors from '../../vectors/id-documents.json'

const documentOf = (vector: { type: string; country: string; number: string }) => {
  const { type, country, number } = vector
  return { type, country, number } as Document
}

describe('test/vectors/id-documents.json', () => {
  test.each(vectors.valid)('accepts: $note ($type)', (vector) => {
    const document = documentOf(vector)
    expect(validateDocument(document, vectors.today)).toEqual({ ok: true, value: vector.normalised })
    expect(normaliseDocument(document)).toEqual(vector.normalised)
    expect(documentKeyText(document)).toBe(vector.keyText)
    expect(maskDocument(document)).toBe(vector.masked)
    expect(lastFour(document)).toBe(vector.lastFour)
  })

  test.each(vectors.invalid)('refuses: $note ($type) as $code', (vector) => {
    const refused = validateDocument(documentOf(vector), vectors.today)
    expect(refused).toMatchObject({ ok: false, code: vector.code })
    const details = 'details' in refused ? refused.details : undefined
    expect(details?.belongsTo).toBe(vector.belongsTo)
  })

  test('every type is accepted and refused at least once, every code is met', () => {
    expect(new Set(vectors.valid.map((vector) => vector.type))).toEqual(new Set(documentTypes))
    expect(new Set(vectors.invalid.map((vector) => vector.type))).toEqual(new Set(documentTypes))
    expect(new Set(vectors.invalid.map((vector) => vector.code))).toEqual(new Set(documentCodes))
  })
})

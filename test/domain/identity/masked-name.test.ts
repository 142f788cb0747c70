import fc from 'fast-check'
import { maskName } from '../../../domain/identity'
import { MASKED_NAME_BYTES } from '../../../domain/identity/masked-name'

test.each([
  ['张小明', '张*明'],
  ['张三', '张*'],
  ['张', '张*'],
  ['欧阳明明', '欧*明'],
  ['买买提·艾力', '买*力'],
  [' 王 五 ', '王*'],
  ['𠮷田明', '𠮷*'], // four bytes, one, three: one too many
  ['JOHN SMITH', 'J.S.'],
  ['ALI BIN ABU', 'A.A.'],
  ["JEAN-PIERRE O'NEIL", 'J.O.'],
  ['SMITH, JOHN', 'S.J.'],
  ['john smith', 'J.S.'],
  ['SUHARTO', 'S*'],
  ['Étienne Ñuñez', 'É.Ñ.'],
  ['สมชาย ใจดี', 'ส.ใ'], // three bytes a letter: the second dot does not fit
  ['김철수', '김*'],
  ['ßa', 'S*'],
  ['', '*'],
  ['   ', '*'],
  ['123', '*'],
])('%j becomes %j', (name, masked) => {
  expect(maskName(name)).toBe(masked)
})

test('any name fits into seven bytes and never holds a zero', () => {
  const name = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: 'binary' }),
    fc.array(fc.constantFrom('张', '𠮷', '·', ' ', 'A', 'é', 'ส', '\0', '𝔸')).map((characters) => characters.join('')),
  )
  fc.assert(
    fc.property(name, (text) => {
      const masked = maskName(text)
      expect(Buffer.byteLength(masked)).toBeLessThanOrEqual(MASKED_NAME_BYTES)
      expect(masked).not.toBe('')
      expect(masked).not.toContain('\0')
    }),
    { numRuns: 1000 },
  )
})

test('a name of two characters or more is never whole in its mask', () => {
  const name = fc
    .array(fc.constantFrom(...'张李王小明三四'), { minLength: 2, maxLength: 6 })
    .map((list) => list.join(''))
  fc.assert(fc.property(name, (text) => !maskName(text).includes(text) && maskName(text).length < text.length + 2))
})

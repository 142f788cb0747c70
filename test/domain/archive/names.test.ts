import fc from 'fast-check'
import { foldLatin, necklace } from '../../../domain/archive/latin-names'
import { nameKeys, splitNameKeys } from '../../../domain/archive/names'

const chinese = (nameChinese: string) => nameKeys({ nameChinese, nameLatin: '' })
const latin = (nameLatin: string) => nameKeys({ nameChinese: '', nameLatin })
const meet = (some: string[], others: string[]) => some.some((key) => others.includes(key))

describe('Chinese names', () => {
  test('traditional and simplified characters have the same keys', () => {
    expect(chinese('張曉明')).toEqual(chinese('张晓明'))
    expect(chinese('鄭麗華')).toEqual(chinese('郑丽华'))
  })

  test('blanks, dots and full-width forms do not count', () => {
    expect(chinese(' 张 晓明')).toEqual(chinese('张晓明'))
    expect(meet(chinese('买买提·艾力'), chinese('买买提•艾力'))).toBe(true)
    expect(chinese('买买提艾力')[0]).toBe(chinese('买买提·艾力')[0])
  })

  test('a minority name is found by its first part alone', () => {
    expect(meet(chinese('买买提·艾力'), chinese('买买提'))).toBe(true)
  })

  test('another character is another name, though it sounds alike', () => {
    expect(splitNameKeys({ nameChinese: '张伟', nameLatin: '' }).full[0]).not.toBe(
      splitNameKeys({ nameChinese: '章炜', nameLatin: '' }).full[0],
    )
  })

  test('a character that has no pinyin leaves the characters alone as key', () => {
    expect(chinese('𠮷田')).toEqual(['𠮷田'])
  })

  test.each([
    ['张晓明', 'ZHANG XIAOMING'],
    ['张晓明', 'Xiao-Ming Zhang'],
    ['張曉明', 'xiao ming zhang'],
    ['欧阳修', 'OUYANG XIU'],
    ['欧阳修', 'Xiu Ou Yang'],
    ['单雄信', 'SHAN XIONGXIN'],
    ['吕布', 'LYU BU'],
    ['吕布', 'LV BU'],
    ['吕布', 'Lü Bu'],
    ['吕布', 'Bu Lu'],
    ['女娲', 'NYU WA'],
    ['西安', "XI'AN"],
  ])('%s is found as %s', (name, spelled) => {
    expect(meet(chinese(name), latin(spelled))).toBe(true)
  })
})

describe('Latin names', () => {
  test.each([
    ['Amara Okafor', 'OKAFOR AMARA'],
    ['Amara Okafor', 'OKAFOR, Amara'],
    ['José Muñoz', 'JOSE MUNOZ'],
    ['Jürgen Müller', 'JUERGEN MUELLER'],
    ['Łukasz Żółć', 'LUKASZ ZOLC'],
    ["Conor O'Neil", 'CONOR ONEIL'],
    ['Jean-Pierre Dupont', 'DUPONT JEAN PIERRE'],
    ['John Quincy Adams', 'ADAMS JOHN'],
    ['John Q. Adams', 'John Adams'],
    ['John Q. Adams', 'ADAMS JOHN QUINCY'],
    ['Đặng Thị Hoa', 'DANG THI HOA'],
  ])('%s is found as %s', (name, spelled) => {
    expect(meet(latin(name), latin(spelled))).toBe(true)
  })

  test('different people do not meet', () => {
    expect(meet(latin('John Adams'), latin('John Okafor'))).toBe(false)
    expect(meet(latin('Ali Khan'), latin('Khalid Ann'))).toBe(false)
  })

  test('syllables of a Chinese name are no middle names', () => {
    const { short } = splitNameKeys({ nameChinese: '张晓明', nameLatin: 'ZHANG XIAO MING' })
    expect(short).toEqual([])
  })
})

test('nothing to fold has no keys', () => {
  expect(nameKeys({ nameChinese: '', nameLatin: '' })).toEqual([])
  expect(nameKeys({ nameChinese: '123', nameLatin: '-. ' })).toEqual([])
})

const words = fc.array(fc.stringMatching(/^[a-z]{2,8}$/), { minLength: 1, maxLength: 4 })

test('property: the family name may stand at either end, the words be joined or capital', () => {
  fc.assert(
    fc.property(words, fc.nat(3), fc.constantFrom(' ', '-', ', '), (name, turn, separator) => {
      const at = turn % name.length
      const turned = [...name.slice(at), ...name.slice(0, at)]
      const [key] = latin(name.join(' '))
      expect(latin(turned.join(separator).toUpperCase())).toContain(key)
    }),
  )
})

test('property: folding twice changes nothing, and only letters are left', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const folded = foldLatin(text)
      expect(folded).toMatch(/^[a-z]*$/)
      expect(foldLatin(folded.replace(/[vy]/g, ''))).toBe(folded.replace(/[vy]/g, ''))
    }),
  )
})

test('property: a ring has one smallest reading, whichever letter it is read from', () => {
  fc.assert(
    fc.property(fc.string(), fc.nat(), (text, turn) => {
      const at = text.length === 0 ? 0 : turn % text.length
      expect(necklace(text.slice(at) + text.slice(0, at))).toBe(necklace(text))
    }),
  )
})

test('property: any text at all is folded without a fault, each key once', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (nameChinese, nameLatin) => {
      const keys = nameKeys({ nameChinese, nameLatin })
      expect(new Set(keys).size).toBe(keys.length)
      expect(keys).not.toContain('')
    }),
  )
})

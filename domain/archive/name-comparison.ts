/** Whether two names are one person's, and how they differ. The keys of names.ts find candidates; this judges them. */
import { type Comparison, DIFFERENT, SAME } from './agreement'
import { latinWords } from './latin-names'
import { characterKeys, latinKeys, type NameKeys, type Names, splitNameKeys } from './names'

/** A name with its keys, folded once for any number of comparisons. */
export type FoldedName = Names & { keys: NameKeys }

/** Folds a name. */
export function foldName({ nameChinese, nameLatin }: Names): FoldedName {
  return { nameChinese, nameLatin, keys: splitNameKeys({ nameChinese, nameLatin }) }
}

/** @param record a name of the archive with the keys that are stored with it */
export function compareNames(form: FoldedName, record: Names & { nameKeys: readonly string[] }): Comparison {
  if (form.nameChinese !== '' && record.nameChinese !== '') {
    return compareChinese(form, record)
  }
  if (form.nameChinese === '' && record.nameChinese === '') {
    return compareLatin(form, record)
  }
  return meet(form.keys.full, lettersOf(record)) ? { agreement: 'equivalent', why: 'pinyin' } : partOf(form, record)
}

function compareChinese(form: FoldedName, record: Names & { nameKeys: readonly string[] }): Comparison {
  if (tidy(form.nameChinese) === tidy(record.nameChinese)) {
    return SAME
  }
  const [mine, theirs] = [characterKeys(form.nameChinese), characterKeys(record.nameChinese)]
  if (meet(mine.full, theirs.full)) {
    return { agreement: 'equivalent', why: 'characters' }
  }
  if (meet([...mine.full, ...mine.short], [...theirs.full, ...theirs.short])) {
    return { agreement: 'close', why: 'middle_name' }
  }
  return meet(form.keys.full, record.nameKeys) ? { agreement: 'close', why: 'same_sound' } : DIFFERENT
}

function compareLatin(form: FoldedName, record: Names & { nameKeys: readonly string[] }): Comparison {
  if (plain(form.nameLatin) === plain(record.nameLatin)) {
    return SAME
  }
  return meet(form.keys.full, lettersOf(record)) ? { agreement: 'equivalent', why: 'spelling' } : partOf(form, record)
}

function partOf(form: FoldedName, record: { nameKeys: readonly string[] }): Comparison {
  const keys = [...form.keys.full, ...form.keys.short]
  return meet(keys, record.nameKeys) ? { agreement: 'close', why: 'middle_name' } : DIFFERENT
}

/** Keys of the whole name in letters. Beside a Chinese name every key in letters is one; short ones are of Latin names. */
function lettersOf({ nameChinese, nameLatin, nameKeys }: Names & { nameKeys: readonly string[] }): readonly string[] {
  return nameChinese === '' ? latinKeys(nameLatin, false).full : nameKeys.filter((key) => /^[a-z]+$/.test(key))
}

function meet(some: readonly string[], others: readonly string[]): boolean {
  return some.some((key) => others.includes(key))
}

const tidy = (name: string) =>
  name
    .normalize('NFKC')
    .replace(/[•‧・]/g, '·')
    .replace(/\s/g, '')
const plain = (name: string) =>
  latinWords(name)
    .map((word) => word.plain)
    .join(' ')

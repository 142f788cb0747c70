/** The holder's two names in the order of the language: Chinese first for Chinese readers, Latin first for the others. */
import type { Language } from '../lib/domain'

/** A person's names; either may be empty, never both. */
type Names = { nameChinese: string; nameLatin: string }

/** The name to show large, and the other one ('' when there is none). */
export function sayNames({ nameChinese, nameLatin }: Names, language: Language): { first: string; second: string } {
  const [first, second] = language === 'zh' ? [nameChinese, nameLatin] : [nameLatin, nameChinese]
  return first === '' ? { first: second, second: '' } : { first, second }
}

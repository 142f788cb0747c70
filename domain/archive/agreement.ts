/**
 * How alike two statements about one person are, and why: the closed list behind every line that a reviewer reads.
 *
 *   same        letter by letter, blanks and capitals apart
 *   equivalent  written otherwise, but one and the same (traditional characters, pinyin, a renamed school)
 *   close       near enough to be a slip (a year beside it, a middle name left out)
 *   different
 *   unknown     one side says nothing, or says it in another language
 */
export const agreements = ['same', 'equivalent', 'close', 'different', 'unknown'] as const
export type Agreement = (typeof agreements)[number]

/** Why an agreement is not simply `same` or `different`; the pages have a sentence for each. */
export const agreementReasons = [
  'characters', // traditional or variant characters
  'pinyin', // one in characters, one in letters
  'spelling', // accents, order of names, hyphens
  'middle_name', // a part of the name is on one side only
  'same_sound', // other characters of the same pinyin
  'renamed', // an earlier or other name of the school
  'merged', // a school that became part of this university
  'similar', // most of the words are the same
  'next_year', // one year apart
  'not_on_record',
  'not_given', // the applicant left it out
  'other_language',
] as const
export type AgreementReason = (typeof agreementReasons)[number]

/** What one comparison found. */
export type Comparison = { agreement: Agreement; why?: AgreementReason }

export const SAME: Comparison = { agreement: 'same' }
export const DIFFERENT: Comparison = { agreement: 'different' }

/** True when nothing stands against it that both say the same. */
export function agrees({ agreement }: Comparison): boolean {
  return agreement === 'same' || agreement === 'equivalent'
}

/** A study record in one or two lines. */
import { fill } from '../../i18n/fill'
import type { Language, Study } from '../../lib/domain'
import { words } from '../words'

/** "2010–2014": the years of a study record. */
export function sayYears({ entryYear, graduationYear }: Study, language: Language): string {
  return fill(words[language].application.years, { from: entryYear, to: graduationYear })
}

/** A study record as the page shows it. */
export function studyView(study: Study, index: number, language: Language) {
  return {
    id: index,
    school: study.school,
    major: study.major,
    degree: words[language].degrees[study.degree],
    years: sayYears(study, language),
    number: study.studentNumber ? fill(words[language].application.studentNumber, { number: study.studentNumber }) : '',
  }
}

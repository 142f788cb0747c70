/**
 * Exported files and pages name the same things. Their words stand apart, because the function may not know the mini
 * program and the phone should not carry the words of files; here they are held together.
 */
import { exportWords } from '../../../domain/office/export-words'
import { words } from '../../../miniprogram/staff/words'

const sections = ['documentTypes', 'degrees', 'reasons', 'decisions', 'cardStatuses', 'verdicts'] as const
/** In a file it has its note beside it, on a page it asks for one. */
const DIFFERENT = 'other'

describe.each(['zh', 'en'] as const)('in %s', (language) => {
  test.each(sections)('%s read the same in a file as on a page', (section) => {
    const onPages: Record<string, string> = words[language][section]
    for (const [name, inFile] of Object.entries<string>(exportWords[language][section])) {
      if (section !== 'reasons' || name !== DIFFERENT) {
        // Cells begin with a capital letter, words within a sentence do not.
        expect([name, onPages[name]?.toLowerCase()]).toEqual([name, inFile.toLowerCase()])
      }
    }
  })
})

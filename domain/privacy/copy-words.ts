/** The words of the copy of one's data, in both languages: what its parts and columns are called, what stands for closed lists. */
import type { Language } from '../language'
import { type ExportWords, exportWords } from '../office/export-words'
import type { CopyColumn, CopyList, CopySection } from './copy'
import { enCopy } from './copy-words-en'
import { zhCopy } from './copy-words-zh'

/** Lists that exported files have words for. */
type Shared = keyof ExportWords & CopyList

export type CopyWords = {
  title: string
  /** Name of the files. */
  file: string
  /** What is said before the data; {university}, {moment}. */
  about: readonly string[]
  sections: Record<CopySection, string>
  heads: Record<CopyColumn, string>
  lists: Record<Exclude<CopyList, Shared>, Record<string, string>>
  yes: string
  no: string
}

export const copyWords: Record<Language, CopyWords> = { zh: zhCopy, en: enCopy }

/** A value of a closed list in words; the value itself when there are none for it. */
export function sayValue(list: CopyList, value: string, language: Language): string {
  const lists = { ...exportWords[language], ...copyWords[language].lists } as Record<CopyList, Record<string, string>>
  return lists[list][value] ?? value
}

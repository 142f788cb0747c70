/**
 * The words of the copy of one's data, in both languages: what its parts and columns are called, what stands for closed
 * lists.
 */
import type { CampusKind } from '../archive/import-cells'
import type { JoinReason } from '../identity/aliases'
import type { Language } from '../language'
import type { Channel, SubscribeTemplate } from '../notifications/channels'
import type { DeliveryState } from '../notifications/delivery'
import type { MessageEvent } from '../notifications/templates'
import type { CardReason } from '../office/cards'
import { type ExportWords, exportWords } from '../office/export-words'
import type { Role } from '../office/roles'
import type { DocumentView } from '../registration/api'
import type { VisitRefusalReason } from '../visitor/decision'
import type { VisitOutcome, VisitReason, VisitState } from '../visitor/rules'
import type { CopyColumn, CopyList, CopySection } from './copy'
import { enCopy } from './copy-words-en'
import { zhCopy } from './copy-words-zh'

/** Lists that exported files have words for. */
type Shared = keyof ExportWords & CopyList

type Words<Value extends string> = Record<Value, string>

/** A value that a list gains does not compile without its word. */
type CopyLists = {
  cardReasons: Words<CardReason>
  bindingStates: Words<'current' | 'replaced'>
  events: Words<MessageEvent>
  channels: Words<Channel>
  deliveryStates: Words<DeliveryState>
  visitReasons: Words<VisitReason>
  visitStates: Words<VisitState>
  visitOutcomes: Words<VisitOutcome>
  visitRefusals: Words<VisitRefusalReason>
  campusKinds: Words<CampusKind>
  roles: Words<Role>
  whys: Words<'review' | NonNullable<DocumentView['why']>>
  joinReasons: Words<JoinReason>
  photos: Words<'portrait' | 'proof' | 'upload'>
  languages: Words<Language>
  templates: Words<SubscribeTemplate>
} & Record<Exclude<CopyList, Shared>, Words<string>>

export type CopyWords = {
  title: string
  /** Name of the files. */
  file: string
  /** What is said before the data; {university}, {moment}. */
  about: readonly string[]
  sections: Record<CopySection, string>
  heads: Record<CopyColumn, string>
  lists: CopyLists
  yes: string
  no: string
}

export const copyWords: Record<Language, CopyWords> = { zh: zhCopy, en: enCopy }

/** A value of a closed list in words; the value itself when there are none for it. */
export function sayValue(list: CopyList, value: string, language: Language): string {
  const lists = { ...exportWords[language], ...copyWords[language].lists } as Record<CopyList, Record<string, string>>
  return lists[list][value] ?? value
}

/** Bulk approval in words: what there is, one application of the sample, the questions, the bar. */
import { sayMoment } from '../../i18n/dates'
import { fill } from '../../i18n/fill'
import type { Instant, Language, ReviewReplies, SampleItem } from '../../lib/domain'
import type { BulkProgress } from '../bulk-run'
import { words } from '../words'
import { matchView } from './match'

type Exact = ReviewReplies['exact']

const SAMPLE = 10

/** The page before the sample. */
export function overview({ round, exact, pending, last }: Exact, language: Language, now: Instant) {
  const t = words[language].bulk
  const sample = Math.min(exact, SAMPLE)
  const head = round === null ? t.notDue : exact === 0 ? t.none : fill(t.head, { count: exact })
  const text = round === null ? t.notDueHint : exact === 0 ? t.noneHint : fill(t.explain, { sample })
  return {
    head,
    text,
    canBegin: exact > 0,
    pending: pending > 0 ? fill(t.pending, { count: pending }) : '',
    last:
      last && last.approved > 0
        ? fill(t.last, { name: last.byName, moment: sayMoment(last.at, language, now), count: last.approved })
        : '',
  }
}

/** One application of the sample on one screen. */
export function sampleView(items: readonly SampleItem[], place: number, language: Language) {
  const item = items[place]
  if (!item) {
    return null
  }
  const { bulk, documentTypes } = words[language]
  const names = { nameChinese: item.name, nameLatin: item.otherName }
  return {
    id: item.id,
    progress: fill(bulk.progress, { number: place + 1, total: items.length }),
    percent: Math.round(((place + 1) / items.length) * 100),
    name: item.name,
    otherName: item.otherName,
    document: `${documentTypes[item.documentType]} ${item.documentMasked}`,
    portraitUrl: item.portraitUrl,
    proofUrl: item.proofUrl,
    match: matchView(item.match, names, language),
    isFirst: place === 0,
    fine: place + 1 === items.length ? bulk.fineLast : bulk.fine,
  }
}

export type SampleView = NonNullable<ReturnType<typeof sampleView>>

/** The question before all are approved, and before a batch is undone. */
export function approvalQuestion(total: number, sample: number, language: Language) {
  const t = words[language].bulk
  return {
    title: fill(t.askHead, { count: total }),
    content: fill(t.ask, { sample }),
    confirm: t.approve,
    cancel: t.notNow,
  }
}

export function undoQuestion(count: number, language: Language) {
  const t = words[language].bulk
  return { title: fill(t.undoHead, { count }), content: t.undoHint, confirm: t.undoYes, cancel: t.notNow }
}

/** The bar. */
export function bulkBar({ done, total }: BulkProgress, work: 'approve' | 'undo', running: boolean, language: Language) {
  const t = words[language].bulk
  const sentence = !running ? t.paused : work === 'approve' ? t.running : t.undoing
  return { percent: total === 0 ? 100 : Math.round((done / total) * 100), text: fill(sentence, { done, total }) }
}

/** What it came to. */
export function bulkResult(work: 'approve' | 'undo', count: number, skipped: number, language: Language) {
  const t = words[language].bulk
  return {
    head: fill(work === 'approve' ? t.done : t.undone, { count }),
    text: skipped > 0 ? fill(t.doneSkipped, { count: skipped }) : '',
    hint: work === 'approve' ? t.doneHint : '',
  }
}

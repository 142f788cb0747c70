/**
 * The archive match in words: form and record side by side, line by line. What agrees letter by letter is counted, not
 * listed, unless it is all there is; what differs carries a sign beside its colour.
 */
import { fill } from '../../i18n/fill'
import type { Agreement, Candidate, Comparison, Degree, FieldMatch, Language, Match, Names } from '../../lib/domain'
import { words } from '../words'

const SIGNS: Record<Agreement, string> = { same: '=', equivalent: '≈', close: '~', different: '≠', unknown: '?' }
const TONES: Record<Agreement, string> = {
  same: 'good',
  equivalent: 'good',
  close: 'warn',
  different: 'bad',
  unknown: 'none',
}
const KIND_TONES: Record<Match['kind'], string> = { exact: 'good', differs: 'warn', several: 'warn', unknown: 'warn' }

/** The whole block. @param name as it stands on the form */
export function matchView(match: Match, { nameChinese, nameLatin }: Names, language: Language) {
  const t = words[language].match
  const { kind, candidates } = match
  return {
    kind,
    tone: KIND_TONES[kind],
    head: fill(t.kinds[kind], { count: candidates.length }),
    hint: t.hints[kind],
    candidates: candidates.map((candidate, index) => ({
      id: candidate.id,
      title: kind === 'several' ? fill(t.candidate, { number: index + 1 }) : '',
      found: candidate.by === 'document' ? t.byDocument : t.byName,
      ...linesOf(candidate, nameChinese || nameLatin, language),
    })),
  }
}

/** Lines to compare, and how many agree letter by letter. */
function linesOf(candidate: Candidate, name: string, language: Language) {
  const t = words[language].match
  const named = lineOf('name', { form: name, record: candidate.name.record }, candidate.name, language)
  const lines = [named, documentLine(candidate, language)]
  for (const { study, fields } of candidate.studies) {
    const several = candidate.studies.length > 1
    lines.push(...(fields ?? []).map((field) => fieldLine(field, several ? `${study}-` : '', language)))
    if (fields === null) {
      lines.push(missingLine(study, language))
    }
  }
  const told = lines.filter(({ agreement }) => agreement !== 'same')
  const shown = told.length === 0 ? lines : told
  const folded = lines.length - shown.length
  return { lines: shown, folded: folded > 0 ? fill(t.folded, { count: folded }) : '' }
}

function fieldLine(match: FieldMatch, prefix: string, language: Language) {
  const { field, form, record } = match
  const say = (value: string | number) =>
    field === 'degree' ? (words[language].degrees[value as Degree] ?? '') : String(value)
  const line = lineOf(field, { form: say(form), record: say(record) }, match, language)
  return { ...line, id: `${prefix}${line.id}` }
}

function lineOf(
  field: keyof (typeof words)['zh']['match']['fields'],
  values: { form: string; record: string },
  { agreement, why }: Comparison,
  language: Language,
) {
  const t = words[language].match
  const [form, record] = [values.form || t.nothing, values.record || t.nothing]
  const verdict = why ? t.reasons[why] : t.agreements[agreement]
  const name = t.fields[field]
  const label = fill(t.line, { field: name, form, record, verdict })
  return {
    id: field as string,
    name,
    form,
    record,
    agreement,
    sign: SIGNS[agreement],
    tone: TONES[agreement],
    verdict,
    label,
  }
}

// Neither side shows a number: whether they are the same is all there is to say.
function documentLine({ document }: Candidate, language: Language) {
  const t = words[language].match
  const said = { same: t.documentSame, different: t.documentDifferent }[document.agreement as 'same' | 'different']
  const line = lineOf('document', { form: '', record: '' }, document, language)
  const verdict = said ?? t.documentUnknown
  return { ...line, form: '', record: '', verdict, label: verdict }
}

function missingLine(study: number, language: Language) {
  const t = words[language].match
  const line = lineOf('school', { form: '', record: '' }, { agreement: 'different' }, language)
  return { ...line, id: `${study}-missing`, form: '', record: '', verdict: t.studyMissing, label: t.studyMissing }
}

export type MatchView = ReturnType<typeof matchView>

/** The form in words, section by section, for the last look before it is handed in. */
import { fill } from '../../../i18n/fill'
import type { ApplicationForm, Language, Study } from '../../../lib/domain'
import { countryName } from '../../components/country-picker/countries'
import { alumniWords } from '../../words/words'
import type { Step } from './steps'

export type SummaryRow = { label: string; value: string }
export type SummarySection = { step: Step; rows: SummaryRow[] }

/**
 * @param kept the masked number that stays when the field is empty; '' for a new application
 * @param needsProof false when the archive knows the person
 */
export function summaryOf(
  form: ApplicationForm,
  language: Language,
  kept: string,
  needsProof = true,
): SummarySection[] {
  const { form: t, documents } = alumniWords[language]
  const { type, country, number } = form.document
  const shownNumber = number.trim() === '' && kept !== '' ? fill(t.unchanged, { masked: kept }) : number.trim()
  const issuer = type === 'passport' ? countryName(country, language) : ''
  const names = [form.nameChinese, form.nameLatin].map((name) => name.trim()).filter((name) => name !== '')
  return [
    {
      step: 'identity',
      rows: [
        { label: t.rows.names, value: names.join('  ') },
        { label: t.rows.document, value: [documents.types[type].name, issuer, shownNumber].filter(Boolean).join('\n') },
      ],
    },
    {
      step: 'contact',
      rows: [
        { label: t.rows.phone, value: form.phone },
        { label: t.rows.email, value: form.email.trim() || t.none },
      ],
    },
    { step: 'studies', rows: form.studies.map((study, index) => rowOf(study, index, language)) },
    { step: 'photos', rows: [{ label: t.rows.photos, value: photosOf(form, needsProof, language) }] },
  ]
}

function photosOf({ portrait, proof }: ApplicationForm, needsProof: boolean, language: Language): string {
  const { form: t } = alumniWords[language]
  if (portrait === '' || (needsProof && proof === '')) {
    return t.none
  }
  return proof === '' ? t.portraitReady : t.photosReady
}

function rowOf(study: Study, index: number, language: Language): SummaryRow {
  const { form: t } = alumniWords[language]
  const years = `${study.entryYear || '?'}–${study.graduationYear || '?'}`
  return {
    label: fill(t.study, { index: index + 1 }),
    value: `${study.school} · ${study.major}\n${t.degrees[study.degree]} · ${years}`,
  }
}

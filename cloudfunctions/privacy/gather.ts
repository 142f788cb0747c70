/** Everything that is on record about a person, for the copy that they take: domain/privacy/copy names the parts. */
import type { CopyRow, PersonalData } from '../../domain/privacy/copy'
import { stageOf } from '../../domain/registration/life'
import type { Instant } from '../../domain/time/shanghai'
import { oneOf } from '../_kit/conditions'
import type { GivenConsent } from '../_kit/records/registration'
import { cardPhoneOf, documentOf, phoneOf } from '../_kit/sealed-fields'
import { find, get, type Stored } from '../_kit/store'
import { uploadKey } from '../_kit/uploads'
import { consentsOf } from './agree'
import { gatherAccount } from './gather-account'
import { gatherUse } from './gather-use'
import type { PersonOnRecord } from './person'

const MOST = 1000

/** @param person as the proof found them */
export async function gather(person: PersonOnRecord, openid: string, now: Instant): Promise<PersonalData> {
  const { applications, cards } = person
  const digests = [...new Set([...applications, ...cards].map(({ digest }) => digest))]
  const [use, account, consents, archive, campus, documents] = await Promise.all([
    gatherUse(person),
    gatherAccount(openid),
    consentsOf(openid, applications),
    archiveRows(digests),
    campusRows(digests),
    documentRows(digests),
  ])
  return {
    applications: applications.map((application) => applicationRow(application, now)),
    studies: applications.flatMap(studyRows),
    results: applications.flatMap(resultRows),
    views: applications.flatMap(viewRows),
    cards: cards.map(cardRow),
    ...use,
    ...account,
    consents: consents.map(consentRow),
    archive,
    campus,
    documents,
    photos: [...photoRows(person), ...account.photos],
  }
}

function applicationRow(application: Stored<'applications'>, now: Instant): CopyRow<'applications'> {
  const { _id, submittedAt, paper, nameChinese, nameLatin, documentType, documentCountry } = application
  const { documentMasked, email, language } = application
  return {
    application: _id,
    submittedAt,
    onPaper: paper !== undefined,
    stage: stageOf(application, now),
    nameChinese,
    nameLatin,
    documentType,
    documentCountry,
    documentMasked,
    fullNumberHeld: documentOf(application) !== null,
    phone: phoneOf(application),
    email,
    language,
  }
}

function studyRows({ _id, studies }: Stored<'applications'>): CopyRow<'studies'>[] {
  return studies.map(({ school, major, degree, entryYear, graduationYear, studentNumber = '' }) => ({
    application: _id,
    ...{ school, major, degree, entryYear, graduationYear, studentNumber },
  }))
}

// A decision is told when its round closes, here as everywhere.
function resultRows({ _id, result, earlier }: Stored<'applications'>): CopyRow<'results'>[] {
  const told = [...(result ? [result] : []), ...[...earlier].reverse()]
  return told.map(({ at, kind, reason, note = '', cardNumber = '' }) => ({
    application: _id,
    ...{ at, decision: kind, reason, note, cardNumber },
  }))
}

function viewRows({ _id, documentViews }: Stored<'applications'>): CopyRow<'views'>[] {
  return [...documentViews].reverse().map(({ at, role, why = 'review' }) => ({ application: _id, at, role, why }))
}

function consentRow({ privacy, document, at }: GivenConsent): CopyRow<'consents'> {
  return { at, privacyVersion: privacy, documentVersion: document }
}

function cardRow(card: Stored<'cards'>): CopyRow<'cards'> {
  const { _id, status, nameChinese, nameLatin, last4, issuedAt, activatedAt, validUntil, change } = card
  return {
    cardNumber: _id,
    cardStatus: status,
    ...{ nameChinese, nameLatin, last4, phone: cardPhoneOf(card), issuedAt, activatedAt, validUntil },
    changedAt: change?.at,
    changeReason: change?.reason,
  }
}

function photoRows({ applications, cards }: PersonOnRecord): CopyRow<'photos'>[] {
  const portraits = [...applications, ...cards].map(({ portrait }) => portrait)
  const named = (photo: string, files: readonly string[]) =>
    [...new Set(files.filter((file) => file !== '').map(uploadKey))].map((name) => ({ photo, name }))
  return [
    ...named('portrait', portraits),
    ...named(
      'proof',
      applications.map(({ proof }) => proof),
    ),
  ]
}

async function archiveRows(digests: readonly string[]): Promise<CopyRow<'archive'>[]> {
  const found = await find('archive', { digest: oneOf(digests) }, { limit: MOST })
  return found.map(({ nameChinese, nameLatin, school, major, degree, importedAt, ...study }) => ({
    ...{ nameChinese, nameLatin, school, major, degree, importedAt },
    entryYear: study.entryYear,
    graduationYear: study.graduationYear,
    studentNumber: study.studentNumber,
  }))
}

async function campusRows(digests: readonly string[]): Promise<CopyRow<'campus'>[]> {
  const found = await Promise.all(digests.map((digest) => get('campusIdentities', digest)))
  return found.flatMap((record) => (record ? [{ campusKind: record.kind, validUntil: record.until }] : []))
}

async function documentRows(digests: readonly string[]): Promise<CopyRow<'documents'>[]> {
  const found = await Promise.all(digests.map((digest) => get('identities', digest)))
  const aliases = found.flatMap((identity) => identity?.aliases ?? [])
  return aliases.map(({ type, masked, reason, at }) => ({
    documentType: type,
    documentMasked: masked,
    joinReason: reason,
    at,
  }))
}

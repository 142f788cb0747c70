/**
 * Taking a copy of one's data, with proof of the registered phone as for deleting them. It is on record, with the names
 * of its files, before anything is gathered; so a call that dies leaves nothing in the storage that the timer does not
 * find.
 */

import type { Language } from '../../domain/language'
import type { CopyFile, PrivacyRequest } from '../../domain/privacy/api'
import { COPIES_A_DAY, COPY_ADDRESS_SECONDS, COPY_LIFETIME } from '../../domain/privacy/copy'
import { copyWords } from '../../domain/privacy/copy-words'
import { ok, refuse } from '../../domain/result'
import { addDays, dayOf } from '../../domain/time/shanghai'
import { countAttempt } from '../_kit/attempts'
import { recordAction } from '../_kit/audit'
import { app } from '../_kit/cloudbase'
import { randomId } from '../_kit/random'
import type { Call } from '../_kit/serve'
import { change } from '../_kit/transaction'
import type { Answer } from './answer'
import { copyPath } from './copy-removal'
import type { PersonOnRecord } from './person'
import { proved } from './proof'

type Wanted = { kind: CopyFile['kind']; name: string; id: string }

export async function takeCopy({ proof, language }: PrivacyRequest<'takeCopy'>, call: Call): Answer<'takeCopy'> {
  const person = await proved(proof, call)
  if (!person.ok) {
    return person
  }
  const { openid, now } = call
  const today = dayOf(now)
  if (!(await countAttempt(`copy:${openid}:${today}`, COPIES_A_DAY))) {
    return refuse('too_many_copies', { from: addDays(today, 1) })
  }
  const id = randomId()
  const name = `${copyWords[language].file}-${today}`
  const files = [`${name}.xlsx`, `${name}.json`] as const
  await change(async (transaction) => {
    await transaction.insert('copies', id, {
      openid,
      at: now,
      until: now + COPY_LIFETIME,
      files: [...files],
      state: 'kept',
    })
    await recordAction(transaction, { openid: '', now }, 'privacy.takeCopy', subjectOf(person.value))
  })
  const written = await write(id, files, person.value, language, call)
  return ok({ files: await addressed([...written, ...photosOf(person.value)]), until: now + COPY_LIFETIME })
}

/** What the entry of the audit log is about: the card, or the application. */
function subjectOf({ cards: [card], applications: [application] }: PersonOnRecord): string {
  return card?._id ?? application?._id ?? ''
}

async function write(
  id: string,
  [workbookName, dataName]: readonly [string, string],
  person: PersonOnRecord,
  language: Language,
  { openid, now }: Call,
): Promise<Wanted[]> {
  const [{ gather }, { jsonText, workbook }] = await Promise.all([import('./gather'), import('./copy-files')])
  const data = await gather(person, openid, now)
  const put = async (name: string, fileContent: Buffer) =>
    (await app.uploadFile({ cloudPath: copyPath(id, name), fileContent })).fileID
  return [
    { kind: 'workbook', name: workbookName, id: await put(workbookName, await workbook(data, language, now)) },
    { kind: 'data', name: dataName, id: await put(dataName, Buffer.from(jsonText(data, now))) },
  ]
}

/** The photos that are still kept, the newest of each kind. */
function photosOf({ applications, cards }: PersonOnRecord): Wanted[] {
  const portrait = [...cards, ...applications].map((record) => record.portrait).find((file) => file !== '')
  const proof = applications.map((application) => application.proof).find((file) => file !== '')
  const photos = [
    ['portrait', portrait],
    ['proof', proof],
  ] as const
  return photos.flatMap(([kind, id]) => (id ? [{ kind, name: `${kind}.jpg`, id }] : []))
}

/** What the storage gives no address for is left out: a photo that was deleted meanwhile. */
async function addressed(wanted: readonly Wanted[]): Promise<CopyFile[]> {
  const asked = wanted.map(({ id }) => ({ fileID: id, maxAge: COPY_ADDRESS_SECONDS }))
  const { fileList } = await app.getTempFileURL({ fileList: asked })
  return wanted.flatMap(({ kind, name }, place) => {
    const url = fileList[place]?.tempFileURL
    return url ? [{ kind, name, url }] : []
  })
}

/** The whole-screen verdict in words. */
import { sayDate } from '../../i18n/dates'
import { fill } from '../../i18n/fill'
import { sayRefusal } from '../../i18n/refusal'
import { type HolderView, type Language, passClass } from '../../lib/domain'
import type { Silence } from '../decision'
import type { Shown } from '../session'
import { words } from '../words'
import { sayAge } from './age'

const SECOND = 1_000

/** What the face says beside the scan: how old the status list is, and how many may come along. */
export type FaceFacts = { readonly listAge: number | null; readonly mostCompanions: number }

/** What the face shows; see components/verdict-face. */
export function faceView(shown: Shown, { listAge, mostCompanions }: FaceFacts, language: Language) {
  const { face, outcome } = shown
  const { title, next } = words[language].faces[face.name]
  const sentences = words[language].scan.face
  const reason = reasonOf(shown, listAge, language)
  return {
    id: shown.id,
    colour: face.colour,
    shape: face.shape,
    title,
    reason,
    next,
    asksNumber: face.asksNumber,
    askLabel: face.name === 'clock_wrong' ? sentences.askNumber : sentences.askNewNumber,
    holder: outcome.holder && holderView(outcome.holder, language),
    spoken: fill(sentences.spoken, { title, reason, next }),
    companions: shown.companions,
    mostCompanions,
    companionsLabel: fill(sentences.companionsLabel, { count: shown.companions, most: mostCompanions }),
  }
}

export type FaceView = ReturnType<typeof faceView>

function reasonOf({ face, outcome }: Shown, listAge: number | null, language: Language): string {
  const { faces, scan } = words[language]
  if (face.name === 'list_stale' && outcome.silence) {
    const why = saySilence(outcome.silence, language)
    return listAge === null
      ? fill(scan.face.staleNone, { why })
      : fill(scan.face.staleOld, { why, age: sayAge(listAge, language) })
  }
  if (face.name === 'admitted' && !outcome.online && listAge !== null) {
    return fill(scan.face.byList, { age: sayAge(listAge, language) })
  }
  if (face.name === 'clock_wrong' && outcome.drift) {
    const sentence = outcome.drift > 0 ? scan.drift.fast : scan.drift.slow
    return fill(sentence, { age: sayAge(outcome.drift * SECOND, language) })
  }
  return faces[face.name].reason
}

function saySilence(silence: Silence, language: Language): string {
  const sentences = words[language].scan.silence
  if (silence === 'offline') {
    return sentences.offline
  }
  if (silence === 'slow' || silence === 'awaited' || silence === 'not_asked' || silence === 'no_answer') {
    return sentences.slow
  }
  return fill(sentences.refused, { say: sayRefusal(silence, language).say })
}

function holderView(holder: HolderView, language: Language) {
  const sentences = words[language].scan.face
  return {
    name: holder.maskedName,
    last4: holder.last4,
    spokenLast4: holder.last4.split('').join(' '),
    class: sentences.classes[classNameOf(holder.class)],
    // Without the office's word only the last day of the phone's credential is known, not that of the card.
    validity: fill(holder.cardNumber === '' ? sentences.credentialUntil : sentences.validUntil, {
      day: sayDate(holder.validUntil, language),
    }),
    portraitUrl: holder.portraitUrl,
  }
}

function classNameOf(value: number): 'alumnus' | 'visitor' | 'other' {
  if (value === passClass.alumnus) {
    return 'alumnus'
  }
  return value === passClass.visitor ? 'visitor' : 'other'
}

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

/** What the face shows; see components/verdict-face. */
export function faceView(shown: Shown, language: Language) {
  const { face, outcome } = shown
  const { title, next } = words[language].faces[face.name]
  const sentences = words[language].scan.face
  const reason = reasonOf(shown, language)
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
  }
}

export type FaceView = ReturnType<typeof faceView>

function reasonOf({ face, outcome }: Shown, language: Language): string {
  const { faces, scan } = words[language]
  if (face.name === 'list_stale' && outcome.silence) {
    return saySilence(outcome.silence, language)
  }
  if (face.name === 'clock_wrong' && outcome.drift) {
    const sentence = outcome.drift > 0 ? scan.drift.fast : scan.drift.slow
    return fill(sentence, { age: sayAge(outcome.drift * SECOND, language) })
  }
  return faces[face.name].reason
}

function saySilence(silence: Silence, language: Language): string {
  const sentences = words[language].scan.silence
  if (silence === 'offline' || silence === 'not_asked') {
    return sentences.offline
  }
  if (silence === 'slow' || silence === 'no_answer') {
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
    validity: fill(sentences.validUntil, { day: sayDate(holder.validUntil, language) }),
    portraitUrl: holder.portraitUrl,
  }
}

function classNameOf(value: number): 'alumnus' | 'visitor' | 'other' {
  if (value === passClass.alumnus) {
    return 'alumnus'
  }
  return value === passClass.visitor ? 'visitor' : 'other'
}

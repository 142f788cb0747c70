/** What the guard's pages show, made of words and facts; the WXML only puts it in place. */
import { sayDate } from '../i18n/dates'
import { fill } from '../i18n/fill'
import { sayRefusal } from '../i18n/refusal'
import { type HolderView, type Instant, type Language, type Point, passClass, timeOf } from '../lib/domain'
import type { Silence } from './decision'
import type { DutyStatus } from './duty'
import { type Face, type FaceName, faceOf } from './faces'
import { ageOf, type OfficeData } from './office-data'
import type { Shown } from './session'
import { RECENT_SHOWN, type RecentScan } from './shift'
import type { SignalName } from './signals'
import { words } from './words'

const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** A length of time in its largest fitting unit: "3 minutes". */
export function sayAge(milliseconds: number, language: Language): string {
  const { age } = words[language]
  const length = Math.abs(milliseconds)
  if (length < 2 * MINUTE) {
    return fill(age.seconds, { count: Math.round(length / SECOND) })
  }
  if (length < 2 * HOUR) {
    return fill(age.minutes, { count: Math.round(length / MINUTE) })
  }
  return length < 2 * DAY
    ? fill(age.hours, { count: Math.round(length / HOUR) })
    : fill(age.days, { count: Math.round(length / DAY) })
}

/** The whole-screen verdict. */
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

/** The lines of the last scans. Names are known only while the page lives. */
export function recentViews(recent: readonly RecentScan[], names: ReadonlyMap<string, string>, language: Language) {
  return recent.slice(0, RECENT_SHOWN).map(({ id, at, face }) => {
    const { title } = words[language].faces[face]
    return { id, time: timeOf(at), title, who: names.get(id) ?? '', ...lookOf(face) }
  })
}

/** The state of the duty in words. */
export function statusView(status: DutyStatus, language: Language) {
  const { scan } = words[language]
  const age = sayAge(status.keysAge, language)
  const waiting = status.waiting > 0 ? fill(scan.waiting, { count: status.waiting }) : ''
  const stuck = status.unreadable > 0 ? fill(scan.waitingStuck, { count: status.unreadable }) : ''
  return {
    shift: fill(scan.shift, { count: status.count }),
    keys: fill(status.keysOld ? scan.keysOld : scan.keysAge, { age }),
    keysOld: status.keysOld,
    waiting: stuck || waiting,
    storageFull: status.storageFull ? scan.storageFull : '',
  }
}

export type StatusView = ReturnType<typeof statusView>

/** Colour and shape of a face by its name alone. */
export function lookOf(name: FaceName): Pick<Face, 'colour' | 'shape'> {
  const isAnswer = name === 'number_wrong' || name === 'number_old'
  const verdict = isAnswer ? (name === 'number_wrong' ? 'forged' : 'replayed') : name
  return faceOf({ verdict, answering: isAnswer })
}

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

/** A warning when the stored keys are older than policy, else ''. */
export function ageNote(office: OfficeData, now: Instant, language: Language): string {
  const age = ageOf(office, now)
  return age > office.maxListAge ? fill(words[language].point.old, { age: sayAge(age, language) }) : ''
}

/** Points as tiles, grouped by kind in the order in which the office lists them. `last` is where this phone was before. */
export function pointGroups(points: readonly Point[], last: string, language: Language) {
  const kinds = [...new Set(points.map(({ kind }) => kind))]
  return kinds.map((kind) => ({
    kind,
    label: words[language].point.kinds[kind],
    points: points.filter((point) => point.kind === kind).map((point) => tileView(point, last, language)),
  }))
}

function tileView(point: Point, last: string, language: Language) {
  const { point: sentences } = words[language]
  const name = point.name[language]
  const { opens, closes } = point
  const hours = opens === closes ? sentences.allDay : fill(sentences.hours, { opens, closes })
  const alumniOnly = point.classes.every((one) => one === passClass.alumnus) ? sentences.alumniOnly : ''
  const note = [alumniOnly, point.id === last ? sentences.last : ''].filter(Boolean).join(' · ')
  return { id: point.id, name, hours, note, label: [name, hours, note].filter(Boolean).join(' ') }
}

const exampleOf: Record<SignalName, FaceName> = {
  admitted: 'admitted',
  unconfirmed: 'list_stale',
  question: 'clock_wrong',
  refused: 'expired',
  alarm: 'forged',
}

/** Colour and shape that go with a melody. */
export function lookOfSignal(name: SignalName): Pick<Face, 'colour' | 'shape'> {
  return lookOf(exampleOf[name])
}

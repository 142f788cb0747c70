/** The choice of a point in words. */
import { fill } from '../../i18n/fill'
import { type Language, type Point, passClass } from '../../lib/domain'
import type { OfficeData } from '../office-data'
import { words } from '../words'
import { sayAge } from './age'

/** A warning when the stored status list is older than policy, or there is none; else ''. */
export function listNote(listAge: number | null, { maxListAge }: OfficeData, language: Language): string {
  const { noList, old } = words[language].point
  if (listAge === null) {
    return noList
  }
  return listAge > maxListAge ? fill(old, { age: sayAge(listAge, language) }) : ''
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

/** The scans that the office would not take, in words, and as an administrator gets them. */
import { fill } from '../../i18n/fill'
import { type Language, type Point, type Scan, timeOf } from '../../lib/domain'
import { faceNames } from '../faces'
import { words } from '../words'

const MOST_LINES = 20

/** The sheet's lines, newest first. */
export function asideView(scans: readonly Scan[], points: readonly Point[], language: Language) {
  const lines = scans
    .slice(-MOST_LINES)
    .reverse()
    .map(({ id, at, verdict, point }) => ({
      id,
      time: timeOf(at),
      title: titleOf(verdict, language),
      point: points.find((one) => one.id === point)?.name[language] ?? point,
    }))
  const hidden = scans.length - lines.length
  return { lines, more: hidden > 0 ? fill(words[language].scan.aside.more, { count: hidden }) : '' }
}

export type AsideView = ReturnType<typeof asideView>

/** The scans as text: serials and times, no name of anybody. */
export function asideText(scans: readonly Scan[]): string {
  return JSON.stringify(scans)
}

function titleOf(verdict: string, language: Language): string {
  const face = faceNames.find((name) => name === verdict)
  return face ? words[language].faces[face].title : verdict
}

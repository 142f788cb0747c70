/** What the card opens: the university's points by kind, with hours and whether they are open now. Source: notice 5(1). */
import { words } from '../../i18n/words'
import { type Instant, type Language, type Point, type PointKind, timeOf, university } from '../../lib/domain'

export type PlaceView = { id: string; name: string; hours: string; open: boolean }
export type PlaceGroup = { kind: PointKind; rule: string; places: PlaceView[] }

const KINDS: readonly PointKind[] = ['gate', 'canteen', 'library', 'shuttle']

/** The groups that a card of this class opens. */
export function placesFor(cardClass: number, language: Language, now: Instant): PlaceGroup[] {
  const points: readonly Point[] = university.points
  return KINDS.map((kind) => ({
    kind,
    rule: words[language].card.rules[kind],
    places: points
      .filter((point) => point.kind === kind && point.classes.includes(cardClass))
      .map((point) => viewOf(point, language, timeOf(now))),
  })).filter((group) => group.places.length > 0)
}

function viewOf({ id, name, opens, closes }: Point, language: Language, time: string): PlaceView {
  return { id, name: name[language], hours: `${opens}–${closes}`, open: opens <= time && time < closes }
}

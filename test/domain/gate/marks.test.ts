/** What scans make suspicious, and what they do not: both sides of every rule. */
import fc from 'fast-check'
import { type JudgedScan, MARK_REACH, marksOf } from '../../../domain/gate/marks'
import { instantAt } from '../../../domain/time/shanghai'
import { university } from '../../../domain/university'

const NINE = instantAt('2027-03-05', '09:00')
const SERIAL = 4711
const SECOND = 1000
let made = 0

/** An admission `seconds` after nine, with a code of its own unless one is given. */
function at(seconds: number, point: string, fields: Partial<JudgedScan> = {}): JudgedScan {
  made += 1
  const id = `scan-${String(made).padStart(4, '0')}`
  return { id, at: NINE + seconds * SECOND, point, verdict: 'admitted', step: made, reader: point, ...fields }
}

const kinds = (...scans: JudgedScan[]) => marksOf(SERIAL, scans).map(({ kind }) => kind)

describe('replayed', () => {
  test('one code at two points, at any distance in time', () => {
    const scans = [at(0, 'gate-east', { step: 9 }), at(15, 'gate-north', { step: 9 })]
    expect(marksOf(SERIAL, scans)).toEqual([
      { kind: 'replayed', key: 'replayed:4711:9', at: scans[1]!.at, scans: scans.map(({ id }) => id) },
    ])
  })

  test('one code at one point by two readers: somebody had a copy', () => {
    expect(kinds(at(0, 'gate-east', { step: 9, reader: 'a' }), at(5, 'gate-east', { step: 9, reader: 'b' }))).toEqual([
      'replayed',
    ])
  })

  test('not: the same reader twice, a code that was refused the second time, two look-ups', () => {
    expect(kinds(at(0, 'gate-east', { step: 9 }), at(5, 'gate-east', { step: 9 }))).toEqual([])
    const refused = at(5, 'gate-north', { step: 9, verdict: 'replayed' })
    expect(kinds(at(0, 'gate-east', { step: 9 }), refused)).toEqual([])
    expect(kinds(at(0, 'canteen-1', { step: null }), at(900, 'library', { step: null }))).toEqual([])
  })

  test('admitted on a stale list counts as admitted', () => {
    const stale = at(15, 'gate-north', { step: 9, verdict: 'list_stale' })
    expect(kinds(at(0, 'gate-east', { step: 9 }), stale)).toEqual(['replayed'])
  })
})

describe('impossible travel', () => {
  // East and west gate: 1833 m, 229 s at 8 m/s, less 30 s for the clocks.
  test('faster than a fast bicycle', () => {
    expect(kinds(at(0, 'gate-east'), at(198, 'gate-west'))).toEqual(['impossible_travel'])
  })

  test('not: just possible; the same gate; the shuttle, which moves; a refusal elsewhere', () => {
    expect(kinds(at(0, 'gate-east'), at(200, 'gate-west'))).toEqual([])
    expect(kinds(at(0, 'gate-east'), at(11, 'gate-east'))).toEqual([])
    expect(kinds(at(0, 'gate-east'), at(20, 'shuttle'))).toEqual([])
    expect(kinds(at(0, 'gate-east'), at(20, 'gate-west', { verdict: 'clock_wrong' }))).toEqual([])
    expect(kinds(at(0, 'gate-east'), at(20, 'a-point-of-last-year'))).toEqual([])
  })

  test('clocks of two readers that differ by half a minute make no mark between neighbours', () => {
    // Canteen and library: 405 m, 51 s on a bicycle.
    expect(kinds(at(30, 'canteen-1'), at(52, 'library'))).toEqual([])
    expect(kinds(at(30, 'canteen-1'), at(49, 'library'))).toEqual(['impossible_travel'])
  })

  test('a stop on the shuttle between does not hide it', () => {
    expect(kinds(at(0, 'gate-east'), at(60, 'shuttle'), at(120, 'gate-west'))).toEqual(['impossible_travel'])
  })
})

describe('shared', () => {
  // Library and canteen at 3 m/s: 135 s a leg. Possible on a bicycle, faster than walking.
  const fro = (legs: number, seconds: number) =>
    Array.from({ length: legs + 1 }, (_, n) => at(n * seconds, n % 2 === 0 ? 'library' : 'canteen-1'))

  test('to and fro three times running, faster than a walk', () => {
    expect(kinds(...fro(3, 135))).toEqual(['shared'])
  })

  test('not: two fast rides; three walks; a fast ride, a meal, two fast rides', () => {
    expect(kinds(...fro(2, 135))).toEqual([])
    expect(kinds(...fro(6, 240))).toEqual([])
    const meal = [
      at(0, 'library'),
      at(135, 'canteen-1'),
      at(1800, 'library'),
      at(1935, 'canteen-1'),
      at(2070, 'library'),
    ]
    expect(kinds(...meal)).toEqual([])
  })

  test('four admissions at one gate in ten minutes; several days make several marks, one day one', () => {
    const crowd = (start: number, count = 4) => Array.from({ length: count }, (_, n) => at(start + n * 60, 'gate-east'))
    expect(kinds(...crowd(0))).toEqual(['shared'])
    expect(kinds(...crowd(0, 9))).toEqual(['shared'])
    expect(kinds(...crowd(0), ...crowd(86_400))).toEqual(['shared', 'shared'])
  })

  test('not: honest re-entry', () => {
    // In, out for a bag, in; out for a parcel, in.
    expect(kinds(at(0, 'gate-east'), at(200, 'gate-east'), at(420, 'gate-east'))).toEqual([])
    // All morning in and out.
    const morning = Array.from({ length: 12 }, (_, n) => at(n * 201, 'gate-east'))
    expect(kinds(...morning)).toEqual([])
    // Three dishes and a drink at four counters of a canteen.
    expect(kinds(...Array.from({ length: 6 }, (_, n) => at(n * 40, 'canteen-1')))).toEqual([])
    // Held up four times because the guard looked away: only the first lets in.
    const impatient = [10, 12, 14, 16].map((seconds) => at(seconds, 'gate-east', { verdict: 'replayed' }))
    expect(kinds(at(8, 'gate-east'), ...impatient)).toEqual([])
  })
})

test('an ordinary day makes no mark', () => {
  const day = [
    at(0, 'gate-east'),
    at(900, 'library'),
    at(3 * 3600, 'canteen-1'),
    at(3 * 3600 + 2400, 'library'),
    at(6 * 3600, 'shuttle'),
    at(6 * 3600 + 900, 'gate-west'),
    at(6 * 3600 + 1500, 'gate-west'),
  ]
  expect(kinds(...day)).toEqual([])
})

test('the order of arrival changes nothing, and everything is found again within its reach', () => {
  const points = university.points.map(({ id }) => id)
  const scan = fc.record({
    seconds: fc.nat(10_800),
    point: fc.constantFrom(...points),
    step: fc.nat(40),
    reader: fc.nat(2),
  })
  fc.assert(
    fc.property(fc.array(scan, { maxLength: 12 }), fc.nat(), (list, seed) => {
      const scans = list.map(({ seconds, point, step, reader }) => at(seconds, point, { step, reader: `r${reader}` }))
      const shuffled = [...scans].sort((a, b) => hash(a.id, seed) - hash(b.id, seed))
      expect(marksOf(SERIAL, shuffled)).toEqual(marksOf(SERIAL, scans))
      for (const mark of marksOf(SERIAL, scans)) {
        const around = scans.filter((each) => Math.abs(each.at - mark.at) <= MARK_REACH)
        const again = marksOf(SERIAL, around).map(({ key }) => key)
        expect(mark.kind === 'replayed' || again.includes(mark.key)).toBe(true)
      }
    }),
    { numRuns: 300 },
  )
})

function hash(text: string, seed: number): number {
  return [...text].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0) + seed) % 65_521, seed % 65_521)
}

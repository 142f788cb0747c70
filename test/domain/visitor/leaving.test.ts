import { LEFT } from '../../../domain/gate/journal'
import { instantAt } from '../../../domain/time/shanghai'
import { leaveBy, outcomeOf, tracesOf } from '../../../domain/visitor/leaving'

const DAY = '2027-03-05'
const at = (time: string, day = DAY) => instantAt(day, time)
const limit = at('23:00')

describe('the moment of leaving', () => {
  test('is some minutes after the gate closes', () => {
    expect(leaveBy({ opens: '06:00', closes: '22:30' }, DAY, 30)).toBe(limit)
  })

  test('of a gate that closes after midnight is on the next day', () => {
    expect(leaveBy({ opens: '06:00', closes: '01:00' }, DAY, 30)).toBe(at('01:30', '2027-03-06'))
  })

  test('of a gate that never closes is the end of the day', () => {
    expect(leaveBy({ opens: '00:00', closes: '00:00' }, DAY, 15)).toBe(at('00:15', '2027-03-06'))
  })

  test('is none where nobody is scanned on leaving', () => {
    expect(leaveBy({ opens: '06:00', closes: '22:30' }, DAY, 0)).toBeNull()
  })
})

describe('what became of a visit', () => {
  const came = { entries: [at('09:00')], exits: [] }

  test('without an entry: did not come; without approval: nothing to say', () => {
    expect(outcomeOf('approved', { entries: [], exits: [] }, limit)).toBe('no_show')
    expect(outcomeOf('cancelled', came, limit)).toBe('none')
    expect(outcomeOf('waiting', came, null)).toBe('none')
  })

  test('nobody overstays who was never asked to be scanned on leaving', () => {
    expect(outcomeOf('approved', came, null)).toBe('came')
  })

  test.each([
    ['left in time', ['09:00'], ['17:00'], 'came'],
    ['left at the last moment', ['09:00'], ['23:00'], 'came'],
    ['left a minute late', ['09:00'], ['23:01'], 'overstayed'],
    ['not seen leaving', ['09:00'], [], 'overstayed'],
    ['went for lunch and came back', ['09:00', '13:00'], ['12:00'], 'overstayed'],
    ['went for lunch, came back and left', ['09:00', '13:00'], ['12:00', '18:00'], 'came'],
    ['scanned again on the way home', ['09:00'], ['17:00', '23:30'], 'came'],
  ])('%s', (_, entries, exits, outcome) => {
    const instants = (times: string[]) => times.map((time) => at(time))
    expect(outcomeOf('approved', { entries: instants(entries), exits: instants(exits) }, limit)).toBe(outcome)
  })
})

test('scans are coming or going; what was refused is neither', () => {
  const scan = (time: string, verdict: string, how: 'scan' | 'look_up' | 'leaving') => ({ at: at(time), verdict, how })
  const scans = [
    scan('08:59', 'clock_wrong', 'scan'),
    scan('09:00', 'admitted', 'scan'),
    scan('10:00', 'list_stale', 'look_up'),
    scan('17:00', LEFT, 'leaving'),
    scan('17:01', 'admitted', 'leaving'),
  ]
  expect(tracesOf(scans)).toEqual({ entries: [at('09:00'), at('10:00')], exits: [at('17:00')] })
})

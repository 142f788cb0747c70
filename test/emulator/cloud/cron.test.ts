// Timer expressions: seven fields, UTC.
import fc from 'fast-check'
import { lastDue, nextDue, parseCron } from '../../../emulator/cloud/schedule/cron'

const at = (text: string) => Date.parse(`${text}Z`)
const next = (expression: string, after: string) => {
  const due = nextDue(parseCron(expression), at(after))
  return due === null ? null : new Date(due).toISOString().slice(0, 19)
}

test.each([
  ['0 0 4 * * 4 *', '2024-05-20T00:00:00', '2024-05-23T04:00:00'],
  ['0 0 4 * * THU *', '2024-05-23T04:00:00', '2024-05-30T04:00:00'],
  ['*/15 * * * * * *', '2024-05-20T00:00:01', '2024-05-20T00:00:15'],
  ['0 */10 9-17 * * MON-FRI *', '2024-05-24T17:50:00', '2024-05-27T09:00:00'],
  ['0 0 0 1 * * *', '2024-01-31T12:00:00', '2024-02-01T00:00:00'],
  ['0 0 0 31 * * *', '2024-02-01T00:00:00', '2024-03-31T00:00:00'],
  ['0 0 0 29 2 * *', '2024-03-01T00:00:00', '2028-02-29T00:00:00'],
  ['0 30 1 1 JAN ? 2030', '2024-01-01T00:00:00', '2030-01-01T01:30:00'],
  ['0 0 0 13 * 5 *', '2024-05-11T00:00:00', '2024-05-13T00:00:00'],
  ['0 0 0 13 * 5 *', '2024-05-13T00:00:00', '2024-05-17T00:00:00'],
  ['0 1/20 * * * * *', '2024-05-20T00:01:00', '2024-05-20T00:21:00'],
  ['5,10 0 0 * * * *', '2024-05-20T00:00:05', '2024-05-20T00:00:10'],
  ['0 0 0 1 1 * 2020', '2024-01-01T00:00:00', null],
  ['0 0 0 30 2 * *', '2024-01-01T00:00:00', null],
])('%s after %s is %s', (expression, after, expected) => {
  expect(next(expression, after)).toBe(expected)
})

test.each([
  '0 0 4 * * 4',
  '60 * * * * * *',
  '* * * 0 * * *',
  '* * * * 13 * *',
  '* * * * * 7 *',
  '* * * * * FRY *',
  '5-1 * * * * * *',
  '*/0 * * * * * *',
  'x * * * * * *',
  '* * ? * * * *',
])('%s is refused', (expression) => {
  expect(() => parseCron(expression)).toThrow(RangeError)
})

test('the last due instant is the one after which none is due any more', () => {
  const expressions = ['0 0 4 * * 4 *', '0 */7 * * * * *', '30 0 0 1 * * *', '0 0 0 29 2 * *', '*/40 * * * * * *']
  fc.assert(
    fc.property(
      fc.constantFrom(...expressions),
      fc.nat(5_000_000_000),
      fc.nat(4_000_000_000),
      (expression, start, length) => {
        const cron = parseCron(expression)
        const from = at('2024-01-01T00:00:00') + start * 10
        const until = from + length
        const last = lastDue(cron, from, until)
        const first = nextDue(cron, from)
        if (last === null) {
          expect(first === null || first > until).toBe(true)
          return
        }
        expect(last > from && last <= until).toBe(true)
        expect(nextDue(cron, last - 1)).toBe(last)
        const after = nextDue(cron, last)
        expect(after === null || after > until).toBe(true)
      },
    ),
    { numRuns: 150 },
  )
})

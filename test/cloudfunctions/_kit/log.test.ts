/** Log lines of failures: enough to find the cause, nothing about a person. */
import { logFailure } from '../../../cloudfunctions/_kit/log'
import { person, residentNumber } from '../harness/people'

function lineOf(error: unknown): string {
  const written = jest.spyOn(console, 'error').mockImplementation(() => undefined)
  try {
    const reference = logFailure('submit', error)
    const [line] = written.mock.calls[0] as [string]
    expect(JSON.parse(line)).toMatchObject({ reference, action: 'submit' })
    return line
  } finally {
    written.mockRestore()
  }
}

test('numbers of documents, phones and passports are taken out of whatever a library says', () => {
  const numbers = [residentNumber(1), '32110219900307019X', person(1).phone, 'P1234567', 'A01234567']
  for (const number of numbers) {
    const error = new TypeError(`Unexpected value "${number}" in ${number}`)
    const line = lineOf(error)
    expect(line).not.toContain(number)
    expect(line).not.toContain(number.slice(1, -1))
    expect(line).toContain('TypeError')
  }
})

test('the code of the platform and the place in the source stay', () => {
  const error = Object.assign(new Error('Table exist: claims'), { code: 'DATABASE_REQUEST_FAILED' })
  const line = lineOf(error)
  expect(line).toContain('DATABASE_REQUEST_FAILED')
  expect(line).toContain('log.test.ts')
})

test('anything can be thrown', () => {
  for (const thrown of [undefined, null, 'text', 7, {}]) {
    expect(lineOf(thrown)).toContain('submit')
  }
})

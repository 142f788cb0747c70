/**
 * The value rules of subscribe-message templates, by the type in the key's name (thing1, date2 …).
 * Source: WeChat's documentation of subscribe messages. Unknown types are only required to be non-empty.
 */

const characters = (text: string): number => [...text].length

const RULES: Record<string, (value: string) => boolean> = {
  thing: (value) => characters(value) <= 20,
  number: (value) => /^[\d.+-]{1,32}$/.test(value),
  letter: (value) => /^[A-Za-z]{1,32}$/.test(value),
  symbol: (value) => characters(value) <= 5,
  character_string: (value) => /^[\x20-\x7e]{1,32}$/.test(value),
  phone_number: (value) => /^[\d+() -]{1,17}$/.test(value),
  car_number: (value) => characters(value) <= 8,
  name: (value) => (/^[\x20-\x7e]*$/.test(value) ? value.length <= 20 : characters(value) <= 10),
  phrase: (value) => characters(value) <= 5 && /^\p{Script=Han}+$/u.test(value),
  time: (value) => /\d/.test(value) && characters(value) <= 32,
  date: (value) => /\d/.test(value) && characters(value) <= 32,
  amount: (value) => /\d/.test(value) && characters(value) <= 16,
}

/** The first key whose value the template would refuse; null when all are good. */
export const refusedKey = (data: Record<string, unknown>): string | null => {
  for (const [key, entry] of Object.entries(data)) {
    const value = (entry as { value?: unknown } | null)?.value
    const type = key.replace(/\d+$/, '')
    if (typeof value !== 'string' || value === '' || !(RULES[type]?.(value) ?? true)) return key
  }
  return null
}

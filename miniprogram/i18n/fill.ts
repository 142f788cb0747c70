/** Puts values into the places of a sentence: fill('until {day}', { day: 'Thursday' }). Unknown places stay as they are. */
export function fill(sentence: string, values: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place))
}

/** Every sentence of a language file by its path, and the places in a sentence. */
type Tree = { [key: string]: Tree | string }

export function leaves(tree: unknown, path = ''): Map<string, string> {
  if (typeof tree === 'string') {
    return new Map([[path, tree]])
  }
  const below = Object.entries(tree as Tree).map(([key, value]) => leaves(value, path === '' ? key : `${path}.${key}`))
  return new Map(below.flatMap((one) => [...one]))
}

/** The names in braces, sorted: "{count} of {total}" has count and total. */
export function placesOf(sentence: string): string[] {
  return [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '').sort()
}

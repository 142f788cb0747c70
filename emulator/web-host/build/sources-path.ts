// Paths inside a mini program, for the build and for the running host alike (no Node modules here).

/** `ref` as written in the file `from`, as a path relative to the mini program: ("a/b", "../c") → "c". */
export function resolveReference(from: string, ref: string): string {
  const parts = ref.startsWith('/') ? [] : from.split('/').slice(0, -1)
  for (const part of ref.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.' && part !== '') parts.push(part)
  }
  return parts.join('/')
}

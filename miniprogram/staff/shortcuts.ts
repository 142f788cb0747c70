/** Keys of the application page, for reviewers at a computer; the help sheet lists them in this order. */
export const shortcuts = [
  { command: 'approve', keys: ['1', 'a'] },
  { command: 'return', keys: ['2', 'r'] },
  { command: 'reject', keys: ['3', 'x'] },
  { command: 'next', keys: ['arrowright', 'n'] },
  { command: 'undo', keys: ['u'] },
  { command: 'zoom', keys: ['z'] },
  { command: 'number', keys: ['i'] },
  { command: 'cancel', keys: ['escape', 'arrowleft'] },
  { command: 'help', keys: ['?', 'h'] },
] as const

export type Command = (typeof shortcuts)[number]['command']

/** What a key does while no sheet is open; null: nothing. */
export function commandOf(key: string): Command | null {
  const small = key.toLowerCase()
  return shortcuts.find(({ keys }) => keys.some((each) => each === small))?.command ?? null
}

/** The first key of every command, as it is written beside a button. */
export function firstKeys(): Record<Command, string> {
  return Object.fromEntries(shortcuts.map(({ command, keys }) => [command, keyName(keys[0])])) as Record<
    Command,
    string
  >
}

/** The place of a reason that a digit chooses while the sheet is open, from 0; null for other keys. */
export function reasonAt(key: string): number | null {
  return /^[1-9]$/.test(key) ? Number(key) - 1 : null
}

const NAMES: Readonly<Record<string, string>> = { arrowright: '→', arrowleft: '←', escape: 'Esc' }

/** How a key is written on the help sheet. */
export const keyName = (key: string): string => NAMES[key] ?? key.toUpperCase()

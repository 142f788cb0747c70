/** The help sheet of the keyboard, in words. */
import type { Language } from '../../lib/domain'
import { keyName, shortcuts } from '../shortcuts'
import { words } from '../words'

/** One row per command: its keys and what it does. */
export function shortcutRows(language: Language) {
  const { commands } = words[language].application
  return shortcuts.map(({ command, keys }) => ({ id: command, keys: keys.map(keyName), name: commands[command] }))
}

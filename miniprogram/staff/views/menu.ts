/** The official account's menu as WeChat draws it: up to three columns, what opens above what is tapped. */
import { fill } from '../../i18n/fill'
import type { Language, MenuLine } from '../../lib/domain'
import { words } from '../words'

type Known = keyof (typeof words)['zh']['officialMenu']['types']

/** The columns, each with its entries. */
export function menuColumns(lines: readonly MenuLine[], language: Language) {
  return lines.map((line) => ({
    ...entryView(line, language),
    below: line.below.map((one) => entryView(one, language)),
  }))
}

function entryView({ name, type, change, was }: MenuLine, language: Language) {
  const t = words[language].officialMenu
  const note = was === '' ? sayType(type, language) : fill(t.was, { type: sayType(was, language) })
  return {
    name,
    note,
    change,
    tag: change === 'kept' ? '' : t.changes[change],
    label: fill(t.line, { name, change: t.changes[change] }),
  }
}

function sayType(type: string, language: Language): string {
  const { types } = words[language].officialMenu
  if (type === '') {
    return ''
  }
  return type in types ? types[type as Known] : types.other
}

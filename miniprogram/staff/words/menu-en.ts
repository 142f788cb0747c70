/** The page of the official account's menu, in English; the same shape as menu-zh.ts. */
import type { officialMenu as chinese } from './menu-zh'
import type { Shape } from './shape'

export const officialMenu: Shape<typeof chinese> = {
  title: 'Menu',
  hint: 'Puts “{service} → {entry}” into the menu of the official account. Everything else stays as it is.',
  before: 'After publishing',
  nothing: 'It is published. There is nothing to change.',
  changes: { kept: 'as it is', added: 'new', replaced: 'replaced' },
  was: 'was: {type}',
  types: {
    miniprogram: 'mini program',
    view: 'web link',
    click: 'automatic reply',
    media_id: 'material',
    other: 'another button',
  },
  line: '{name}, {change}',
  empty: 'empty',
  publish: 'Publish the menu',
  confirmHead: 'Publish the menu?',
  confirm: 'Everybody who follows will see it. Phones update within about five minutes, or at once by following anew.',
  notNow: 'Not now',
  done: 'Published. Phones update within about five minutes.',
  again: 'Read the menu again',
}

// Behind the three dots above a phone.
import { button, el, select } from './dom'
import { drawing } from './drawings'
import type { Phone } from './phone'
import type { Change, PhoneDesk } from './phone-controls'
import { say, type Word } from './words'

const MINUTE = 60_000

/** Builds the menu of a phone: its size, its text, its clock, and what can be done to it. */
export function phoneMenu(phone: Phone, desk: PhoneDesk, set: Change): HTMLElement {
  const { settings } = phone
  const row = (label: Word, control: HTMLElement) => el('label', 'menu-row', el('span', '', say(label)), control)
  const widths = [
    [375, '375'],
    [430, '430'],
  ] as const
  const fonts = [
    [16, say('normal')],
    [20, say('large')],
    [23, say('huge')],
  ] as const
  const skews = [
    [0, say('exact')],
    [3 * MINUTE, '+3 min'],
    [-3 * MINUTE, '−3 min'],
    [60 * MINUTE, '+1 h'],
    [-26 * 60 * MINUTE, '−26 h'],
  ] as const
  const restart = () => phone.start(desk.people.find((person) => person.openid === settings.openid))
  const wipe = async () => {
    await phone.host?.wipe()
    restart()
  }
  const details = el('details', 'menu', el('summary', 'icon-button', drawing('more')))
  details.querySelector('summary')!.title = say('more')
  const item = (label: Word, act: () => void) =>
    button('menu-item', say(label), () => {
      details.removeAttribute('open')
      act()
    })
  const panel = el(
    'div',
    'menu-panel',
    row(
      'size',
      select('', widths, settings.width, (width) => set({ width })),
    ),
    row(
      'text',
      select('', fonts, settings.font as 16, (font) => set({ font }, true)),
    ),
    row(
      'skew',
      select('', skews, settings.skew as 0, (skew) => {
        phone.host?.setSkew(skew)
        set({ skew })
      }),
    ),
    item('screenshot', () => void saveScreenshot(phone)),
    item('restart', restart),
    item('wipe', () => void wipe()),
  )
  details.append(panel)
  return details
}

async function saveScreenshot(phone: Phone): Promise<void> {
  const picture = await phone.host?.screenshot()
  if (!picture) return
  const href = URL.createObjectURL(picture)
  Object.assign(document.createElement('a'), { href, download: `${phone.id}.png` }).click()
  setTimeout(() => URL.revokeObjectURL(href), 10_000)
}

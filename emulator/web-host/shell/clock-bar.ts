// The emulator's clock and the buttons that move it.
import { control } from '../link/control'
import { button, el } from './dom'
import { drawing } from './drawings'
import { describe, fromField, nextThursday, toField } from './shanghai'
import { deskLanguage, say } from './words'

const DAY = 86_400_000
let offset = 0

/** The emulator's time, epoch milliseconds. */
export const deskNow = () => Date.now() + offset

/** Follows a clock event: `now` is the emulator's time. */
export function followClock(now: number): void {
  offset = now - Date.now()
}

/** Builds the bar; it ticks by itself while it is on the page. */
export function clockBar(tell: (text: string) => void): HTMLElement {
  const day = el('span', 'clock-day')
  const time = el('span', 'clock-time')
  const ahead = el('span', 'clock-ahead')
  const paint = () => {
    const shown = describe(deskNow(), deskLanguage())
    day.textContent = shown.day
    time.textContent = shown.time
    const days = Math.round((offset / DAY) * 10) / 10
    ahead.textContent = days >= 0.1 ? `+${days} ${say('days')}` : ''
    ahead.title = `${say('ahead')} ${days} ${say('days')}`
  }
  paint()
  const timer = setInterval(() => (time.isConnected ? paint() : clearInterval(timer)), 250)
  const move = (request: Promise<{ now: number }>) =>
    request.then(({ now }) => followClock(now)).then(paint, (error: Error) => tell(error.message))
  const jump = (label: Parameters<typeof say>[0], act: () => Promise<{ now: number }>) =>
    button('chip', say(label), () => void move(act()))
  const advance = (milliseconds: number) => () => control.advanceClock(milliseconds)
  const thursday = (hour: number, minute: number) => () => control.setClock(nextThursday(deskNow(), hour, minute))
  return el(
    'div',
    'clock',
    el('div', 'clock-face', day, time, ahead),
    el(
      'div',
      'chips',
      jump('plus40s', advance(40_000)),
      jump('plus1h', advance(3_600_000)),
      jump('plus1d', advance(DAY)),
      jump('beforeCutoff', thursday(11, 59)),
      jump('cutoff', thursday(12, 0)),
      timePicker((at) => (at < deskNow() ? tell(say('forwardOnly')) : void move(control.setClock(at)))),
    ),
  )
}

/** A field for any date and time, behind a button. */
function timePicker(choose: (at: number) => void): HTMLElement {
  const field = Object.assign(document.createElement('input'), { type: 'datetime-local', className: 'field' })
  const details = el('details', 'picker')
  const go = button('chip chip-main', say('go'), () => {
    const at = fromField(field.value)
    details.removeAttribute('open')
    if (Number.isFinite(at)) choose(at)
  })
  const summary = el('summary', 'chip', drawing('clock'), say('pick'))
  details.append(summary, el('div', 'picker-panel', field, go))
  details.ontoggle = () => {
    field.value = toField(deskNow())
  }
  return details
}

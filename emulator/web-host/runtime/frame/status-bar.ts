// The status bar: the emulator's time, and the network as this phone has it.
import { isOnline, phoneEvents } from '../phone'
import { icon, icons } from './icons'
import { make } from './layer'

const pad = (number: number) => String(number).padStart(2, '0')

/** The time in Asia/Shanghai, which is where the phones are. */
function clockText(): string {
  const minutes = Math.floor(Date.now() / 60_000) + 8 * 60
  return `${pad(Math.floor(minutes / 60) % 24)}:${pad(minutes % 60)}`
}

/** Draws the bar and keeps it current. */
export function installStatusBar(): void {
  const bar = document.getElementById('host-status')!
  const time = make('b', 'host-time')
  const signs = make('span', 'host-signs')
  bar.append(time, signs)
  const paintTime = () => {
    const text = clockText()
    if (time.textContent !== text) time.textContent = text
  }
  const paintSigns = () => {
    const battery = make('span', 'host-battery')
    battery.innerHTML = icons.battery
    signs.replaceChildren(...(isOnline() ? [icon('signal'), icon('wifi')] : [icon('plane')]), battery)
  }
  paintTime()
  paintSigns()
  setInterval(paintTime, 1000)
  phoneEvents.network.on(paintSigns)
}

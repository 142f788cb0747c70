/** The scanner's way for visitors who leave: one scan, a line that says what was written down, and the screen is ready again. */
import { fill } from '../../../i18n/fill'
import { timeOf } from '../../../lib/domain'
import { now } from '../../../services/clock'
import { language } from '../../../services/language'
import type { Duty } from '../../duty'
import { scanCode } from '../../scanner'
import { play } from '../../sound'
import { words } from '../../words'

/** The page as this part of it sees it. */
type Page = {
  setData(data: object): void
  ready(): void
  tidy(occasion: 'full'): Promise<void>
}

/** `departed`: the good news; what went wrong is the page's alert. */
export const departingData = { departed: '' }

/** @param onDuty the duty of the page, null while there is none */
export function departingMethods(onDuty: () => Duty | null) {
  return {
    async onDeparting(this: Page) {
      const duty = onDuty()
      if (!duty) {
        return
      }
      this.setData({ departed: '', alert: '' })
      const read = await scanCode()
      if (read === 'cancelled') {
        return
      }
      const { departing, retryScan, failed } = words[language()].scan
      if (read === 'failed') {
        this.setData({ alert: retryScan })
        return
      }
      const left = await duty.session.leave(read.text).catch(() => null)
      this.ready()
      if (!left) {
        // Nothing that this page expects; the guard must know that it was not written down.
        this.setData({ alert: failed })
        return
      }
      const { departure, name } = left
      play(departure === 'left' ? 'admitted' : 'question')
      this.setData(
        departure === 'left'
          ? { departed: fill(departing.left, { name, time: timeOf(now()) }) }
          : { alert: departing[departure] },
      )
      await this.tidy('full')
    },
  }
}

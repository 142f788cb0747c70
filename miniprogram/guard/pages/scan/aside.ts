/** The scanner's sheet of scans that the office would not take: look, copy, send again. */
import { language } from '../../../services/language'
import type { Duty } from '../../duty'
import { type AsideView, asideText, asideView } from '../../views/aside'

/** The page as this part of it sees it. */
type Page = { setData(data: object): void; render(): void }

export const asideData = { aside: null as AsideView | null }

/** @param onDuty the duty of the page, null while there is none */
export function asideMethods(onDuty: () => Duty | null) {
  return {
    onAside(this: Page) {
      const { setAside = [], points = [] } = onDuty() ?? {}
      this.setData({ aside: asideView(setAside, points, language()) })
    },
    async onRetryAside(this: Page) {
      this.setData({ aside: null })
      await onDuty()?.retrySetAside()
      this.render()
    },
    onCopyAside() {
      // WeChat says by itself that it was copied.
      wx.setClipboardData({ data: asideText(onDuty()?.setAside ?? []) })
    },
    onCloseAside(this: Page) {
      this.setData({ aside: null })
    },
  }
}

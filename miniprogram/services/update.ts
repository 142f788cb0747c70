/**
 * A new version: WeChat fetches it by itself and begins it with the next cold start. Whoever keeps the mini program open for
 * days is asked once, on a page where a restart takes nothing away: never over a shown card, a scan or a half-typed form.
 */
import { words } from '../i18n/words'
import { language } from './language'

/** Where nothing is typed, shown or scanned. */
const QUIET_PAGES = ['pages/home/home', 'alumni/pages/timeline/timeline', 'alumni/pages/help/help']

let isReady = false

/** Listens for a fetched version; called once, when the mini program starts. */
export function watchForUpdate(): void {
  wx.getUpdateManager().onUpdateReady(() => {
    isReady = true
    offerUpdate()
  })
}

/** Asks whether to restart with the new version, if there is one and the page on top is a quiet one. */
export function offerUpdate(): void {
  const [top] = isReady ? getCurrentPages().slice(-1) : []
  if (!top || !QUIET_PAGES.includes(top.route)) {
    return
  }
  isReady = false
  const { title, content, confirmText, cancelText } = words[language()].update
  wx.showModal({
    title,
    content,
    confirmText,
    cancelText,
    success: ({ confirm }) => {
      if (confirm) {
        wx.getUpdateManager().applyUpdate()
      }
    },
  })
}

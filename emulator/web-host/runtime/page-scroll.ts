// Scrolling a page: onPageScroll, onReachBottom and pull-down refresh.
import type { PageEntry } from './page-stack'
import { watchPull } from './pull'

/** How near the end counts as reached, unless the page's JSON says otherwise. */
const REACH_BOTTOM_PX = 50

/** Tells a page that it was scrolled, that its end is near, and that it was pulled down. */
export function listenToScroll(entry: PageEntry): void {
  const { box, page, window } = entry
  let armed = true
  box.addEventListener('scroll', () => {
    page.onPageScroll?.({ scrollTop: box.scrollTop })
    const end = box.scrollTop + box.clientHeight > box.scrollHeight - (window.onReachBottomDistance ?? REACH_BOTTOM_PX)
    if (end && armed) page.onReachBottom?.()
    armed = !end
  })
  watchPull(box, {
    enabled: () => Boolean(window.enablePullDownRefresh),
    onMove: (distance) => showPull(entry, distance),
    onRelease: () => startPullDown(entry),
  })
}

const showPull = (entry: PageEntry, distance: number) => {
  entry.dots.style.height = `${distance}px`
}

/** Shows the dots and tells the page. */
export function startPullDown(entry: PageEntry): void {
  showPull(entry, 52)
  entry.page.onPullDownRefresh?.()
}

export const stopPullDown = (entry: PageEntry) => showPull(entry, 0)

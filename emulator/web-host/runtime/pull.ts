// Pulling down at the top of a scroll container, by finger or mouse: a page's pull-down refresh and scroll-view's refresher.

const THRESHOLD = 56

export interface Pull {
  enabled(): boolean
  /** Distance in px while pulling, 0 when released. */
  onMove(distance: number): void
  onRelease(): void
}

/** Watches `element` for pulls past the threshold. */
export function watchPull(element: HTMLElement, pull: Pull): void {
  let from: number | undefined
  let distance = 0
  const start = (y: number) => {
    from = pull.enabled() && element.scrollTop <= 0 ? y : undefined
    distance = 0
  }
  const move = (y: number) => {
    if (from === undefined) return
    distance = Math.max(0, (y - from) / 2)
    if (element.scrollTop > 0) from = undefined
    else if (distance > 4) pull.onMove(Math.min(distance, THRESHOLD + 24))
  }
  const end = () => {
    if (from === undefined) return
    from = undefined
    if (distance > THRESHOLD) pull.onRelease()
    else pull.onMove(0)
  }
  element.addEventListener('touchstart', (event) => start(event.touches[0]!.clientY), { passive: true })
  element.addEventListener('touchmove', (event) => move(event.touches[0]!.clientY), { passive: true })
  element.addEventListener('touchend', end)
  element.addEventListener('mousedown', (event) => start(event.clientY))
  addEventListener('mousemove', (event) => move(event.clientY))
  addEventListener('mouseup', end)
}

/** The three dots that WeChat shows while a page refreshes. */
export function refreshDots(): HTMLElement {
  const dots = document.createElement('div')
  dots.className = 'host-dots'
  dots.innerHTML = '<i></i><i></i><i></i>'
  return dots
}

// A mouse drags what a finger would swipe: scroll containers that have no wheel of their own on a desktop.

const START_DISTANCE = 6

/** Lets the mouse drag `element` along `axis`; `settle` runs when the button is released, then snapping resumes. */
export function dragToScroll(element: HTMLElement, axis: 'x' | 'y', settle?: () => void): void {
  element.addEventListener('pointerdown', (down) => {
    if (down.pointerType !== 'mouse' || down.button !== 0) return
    const { scrollLeft, scrollTop } = element
    let moved = false
    const move = (event: PointerEvent) => {
      const distance = axis === 'x' ? down.clientX - event.clientX : down.clientY - event.clientY
      if (!moved && Math.abs(distance) < START_DISTANCE) return
      moved = true
      element.style.scrollSnapType = 'none'
      if (axis === 'x') element.scrollLeft = scrollLeft + distance
      else element.scrollTop = scrollTop + distance
    }
    const end = () => {
      removeEventListener('pointermove', move)
      removeEventListener('pointerup', end)
      removeEventListener('pointercancel', end)
      if (!moved) return
      settle?.()
      setTimeout(() => {
        element.style.scrollSnapType = ''
      }, 200)
    }
    addEventListener('pointermove', move)
    addEventListener('pointerup', end)
    addEventListener('pointercancel', end)
  })
}

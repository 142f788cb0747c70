/** How a photo lies in the viewer: larger, moved, turned. Pure; lengths are px of the screen. */
export type PhotoView = { scale: number; x: number; y: number; turns: number }

export type Finger = { clientX: number; clientY: number }

export const whole: PhotoView = { scale: 1, x: 0, y: 0, turns: 0 }

const LARGEST = 6
const DOUBLE_TAP_SCALE = 2.5

/** Larger or smaller; at its whole size it lies in the middle again. */
export function scaled(view: PhotoView, factor: number): PhotoView {
  const scale = Math.min(LARGEST, Math.max(1, view.scale * factor))
  return scale === 1 ? { ...view, scale, x: 0, y: 0 } : { ...view, scale }
}

/** A quarter to the right. */
export const turned = ({ turns }: PhotoView): PhotoView => ({ ...whole, turns: turns + 1 })

/** Double tap: large, or whole again. */
export function toggled(view: PhotoView): PhotoView {
  return view.scale > 1 ? { ...whole, turns: view.turns } : scaled(view, DOUBLE_TAP_SCALE)
}

/** What fingers do between two touch events: two pinch, one moves what is larger than the screen. */
export function dragged(view: PhotoView, before: readonly Finger[], after: readonly Finger[]): PhotoView {
  const [first, second] = before
  const [nowFirst, nowSecond] = after
  if (first && second && nowFirst && nowSecond) {
    return scaled(view, distance(nowFirst, nowSecond) / Math.max(1, distance(first, second)))
  }
  if (!first || !nowFirst || before.length !== after.length || view.scale === 1) {
    return view
  }
  return { ...view, x: view.x + nowFirst.clientX - first.clientX, y: view.y + nowFirst.clientY - first.clientY }
}

/** The style of the image. */
export function styleOf({ scale, x, y, turns }: PhotoView): string {
  return `transform: translate(${x}px, ${y}px) scale(${scale}) rotate(${turns * 90}deg)`
}

function distance(one: Finger, other: Finger): number {
  return Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY)
}

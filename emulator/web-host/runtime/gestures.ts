// Fingers: touches and the mouse become touchstart, touchmove, touchend, touchcancel, tap and longpress, with WeChat's
// event fields; coordinates count from the top left of the page area. A still finger for 350 ms is a long press.
import { dispatch } from './framework'

const TAP_DISTANCE = 10
const LONG_PRESS_MS = 350
/** A touch screen sends mouse events after its touches; they are not a second finger. */
const GHOST_MOUSE_MS = 800

export interface Point {
  identifier: number
  clientX: number
  clientY: number
  pageX: number
  pageY: number
  force: number
}

interface Press {
  dom: Element
  x: number
  y: number
  moved: boolean
  long: boolean
  timer: number
}

const presses = new Map<number, Press>()
let lastTouch = Number.NEGATIVE_INFINITY
let lastTap = Number.NEGATIVE_INFINITY

/** Milliseconds since the person last tapped (some APIs work only from a tap). */
export const sinceTap = () => performance.now() - lastTap

/** The glass-easel element that a DOM node belongs to. */
export function ownerOf(dom: EventTarget | null): any {
  let node = dom as any
  while (node && !node.__wxElement) node = node.parentNode
  return node?.__wxElement
}

function toPoint(touch: { identifier: number; clientX: number; clientY: number }): Point {
  const frame = document.getElementById('host-pages')!.getBoundingClientRect()
  const [x, y] = [touch.clientX - frame.left, touch.clientY - frame.top]
  return { identifier: touch.identifier, clientX: x, clientY: y, pageX: x, pageY: y, force: 1 }
}

type Fingers = readonly { identifier: number; clientX: number; clientY: number }[]

function send(type: string, dom: Element, touches: Fingers, changed: Fingers, original: Event): boolean {
  const target = ownerOf(dom)
  if (!target) return false
  const changedTouches = changed.map(toPoint)
  const first = changedTouches[0]!
  const detail = type.startsWith('touch') ? {} : { x: first.clientX, y: first.clientY }
  const extraFields = { touches: touches.map(toPoint), changedTouches }
  return dispatch(target, type, detail, { bubbles: true, composed: true, extraFields, originalEvent: original })
}

function hearsLongPress(dom: Element): boolean {
  for (let node: any = dom; node; node = node.parentNode) if (node.hearsLongPress) return true
  return false
}

function start(dom: Element, touches: Fingers, changed: Fingers, event: Event): boolean {
  for (const finger of changed) {
    const press: Press = { dom, x: finger.clientX, y: finger.clientY, moved: false, long: false, timer: 0 }
    press.timer = window.setTimeout(() => {
      press.long = hearsLongPress(dom)
      for (const type of ['longpress', 'longtap']) send(type, dom, touches, [finger], event)
    }, LONG_PRESS_MS)
    presses.set(finger.identifier, press)
  }
  return send('touchstart', dom, touches, changed, event)
}

function move(dom: Element, touches: Fingers, changed: Fingers, event: Event): boolean {
  for (const finger of changed) {
    const press = presses.get(finger.identifier)
    if (!press || Math.hypot(finger.clientX - press.x, finger.clientY - press.y) <= TAP_DISTANCE) continue
    press.moved = true
    clearTimeout(press.timer)
  }
  return send('touchmove', dom, touches, changed, event)
}

function end(dom: Element, touches: Fingers, changed: Fingers, event: Event, cancelled = false): boolean {
  const prevented = send(cancelled ? 'touchcancel' : 'touchend', dom, touches, changed, event)
  for (const finger of changed) {
    const press = presses.get(finger.identifier)
    if (!press) continue
    presses.delete(finger.identifier)
    clearTimeout(press.timer)
    if (cancelled || press.moved || press.long || dom.closest('wx-button[disabled]')) continue
    lastTap = performance.now()
    send('tap', dom, touches, [finger], event)
  }
  return prevented
}

function listenToTouches(): void {
  const on = (type: string, handle: (dom: Element, touches: Fingers, changed: Fingers, event: Event) => boolean) => {
    const listener = (event: TouchEvent) => {
      lastTouch = performance.now()
      const prevented = handle(event.target as Element, [...event.touches], [...event.changedTouches], event)
      if (prevented && event.cancelable) event.preventDefault()
    }
    document.addEventListener(type as 'touchstart', listener, { capture: true, passive: false })
  }
  on('touchstart', start)
  on('touchmove', move)
  on('touchend', end)
  on('touchcancel', (dom, touches, changed, event) => end(dom, touches, changed, event, true))
}

function listenToMouse(): void {
  let pressed: Element | undefined
  const ghost = () => performance.now() - lastTouch < GHOST_MOUSE_MS
  const finger = (event: MouseEvent): Fingers => [{ identifier: 0, clientX: event.clientX, clientY: event.clientY }]
  document.addEventListener(
    'mousedown',
    (event) => {
      if (event.button !== 0 || ghost()) return
      pressed = event.target as Element
      start(pressed, finger(event), finger(event), event)
    },
    true,
  )
  addEventListener(
    'mousemove',
    (event) => {
      if (pressed) move(pressed, finger(event), finger(event), event)
    },
    true,
  )
  addEventListener(
    'mouseup',
    (event) => {
      if (!pressed) return
      const dom = pressed
      pressed = undefined
      end(dom, [], finger(event), event)
    },
    true,
  )
}

/** CSS transitions and animations reach the mini program under their own names. */
function listenToAnimations(): void {
  for (const type of ['transitionend', 'animationstart', 'animationiteration', 'animationend'] as const) {
    document.addEventListener(
      type,
      (event) => {
        const target = ownerOf(event.target)
        if (target) dispatch(target, type, {}, { bubbles: true, composed: true, originalEvent: event })
      },
      true,
    )
  }
}

/** Starts listening; call once. */
export function installGestures(): void {
  listenToTouches()
  listenToMouse()
  listenToAnimations()
}

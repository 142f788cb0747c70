// Intersection observers, and the animations of `this.animate`.
import { currentPage } from '../runtime/page-stack'
import { selectNodes } from './query'

interface Margins {
  top?: number
  right?: number
  bottom?: number
  left?: number
}

interface ObserverOptions {
  thresholds?: number[]
  initialRatio?: number
  observeAll?: boolean
}

const sides = (margins: Margins = {}) =>
  [margins.top, margins.right, margins.bottom, margins.left].map((side) => `${side ?? 0}px`).join(' ')

export class NodesObserver {
  private observer: IntersectionObserver | undefined
  private root: Element | null = null
  private margin = '0px'

  constructor(
    private readonly scope: any,
    private readonly options: ObserverOptions = {},
  ) {}

  relativeTo(selector: string, margins?: Margins): this {
    this.root = selectNodes(this.scope, selector, true)[0]?.getBackendElement() ?? null
    this.margin = sides(margins)
    return this
  }

  relativeToViewport(margins?: Margins): this {
    this.root = null
    this.margin = sides(margins)
    return this
  }

  observe(selector: string, callback: (result: any) => void): void {
    const nodes = selectNodes(this.scope, selector, !this.options.observeAll).filter(Boolean)
    const byDom = new Map(nodes.map((node) => [node.getBackendElement() as Element, node]))
    this.observer = new IntersectionObserver(
      (entries) => {
        for (const entry of entries) {
          const { id, dataset } = byDom.get(entry.target)
          const { intersectionRatio, intersectionRect, boundingClientRect, rootBounds, time } = entry
          callback({
            id,
            dataset,
            intersectionRatio,
            intersectionRect,
            boundingClientRect,
            relativeRect: rootBounds,
            time,
          })
        }
      },
      {
        root: this.root ?? currentPage()?.box ?? null,
        rootMargin: this.margin,
        threshold: this.options.thresholds ?? [0],
      },
    )
    for (const dom of byDom.keys()) this.observer.observe(dom)
  }

  disconnect(): void {
    this.observer?.disconnect()
  }
}

/** `this.animate(selector, keyframes, duration, callback)` of a component. */
export function animateNodes(scope: any, selector: string, frames: any[], duration: number, done?: () => void): void {
  const animations = selectNodes(scope, selector, false).map((node) => {
    const dom: HTMLElement = node.getBackendElement()
    return dom.animate(frames.map(toKeyframe), { duration, fill: 'forwards' }).finished
  })
  void Promise.all(animations).then(() => done?.())
}

function toKeyframe(frame: Record<string, any>): Keyframe {
  const { ease, translate, translateX, translateY, scale, rotate, opacity, offset, ...rest } = frame
  const moves = [
    translate && `translate(${[translate].flat().map(length).join(',')})`,
    translateX !== undefined && `translateX(${length(translateX)})`,
    translateY !== undefined && `translateY(${length(translateY)})`,
    scale && `scale(${[scale].flat().join(',')})`,
    rotate !== undefined && `rotate(${rotate}deg)`,
  ].filter(Boolean)
  return {
    ...rest,
    ...(opacity !== undefined && { opacity }),
    ...(offset !== undefined && { offset }),
    ...(ease && { easing: ease }),
    ...(moves.length > 0 && { transform: moves.join(' ') }),
  }
}

const length = (value: number | string) => (typeof value === 'number' ? `${value}px` : value)

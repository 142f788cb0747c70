// canvas type="2d": the node that createSelectorQuery().fields({ node: true }) hands to the page.
import { resourceUrl } from '../resources'
import { WxElement } from './element'

/** What WeChat's canvas node has beyond a browser's. */
export function asCanvasNode(canvas: HTMLCanvasElement, home = ''): HTMLCanvasElement {
  const createImage = () => {
    const picture = new Image()
    const native = Object.getOwnPropertyDescriptor(HTMLImageElement.prototype, 'src')!
    return Object.defineProperty(picture, 'src', {
      get: () => native.get?.call(picture),
      set: (value: string) => native.set?.call(picture, resourceUrl(value, home)),
    })
  }
  return Object.assign(canvas, {
    createImage,
    createPath2D: (path?: string | Path2D) => new Path2D(path),
    createImageData: (width: number, height: number) => new ImageData(width, height),
    requestAnimationFrame: window.requestAnimationFrame.bind(window),
    cancelAnimationFrame: window.cancelAnimationFrame.bind(window),
  })
}

export class Canvas extends WxElement {
  canvas: HTMLCanvasElement | undefined

  connectedCallback(): void {
    if (this.canvas) return
    if (this.props.type !== '2d')
      throw new Error(`<canvas> without type="2d" is not available in the web host (${this.home})`)
    this.canvas = asCanvasNode(document.createElement('canvas'), this.home)
    this.append(this.canvas)
  }
}

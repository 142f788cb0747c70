// A live picture of another phone's screen, decoded about every 400 ms. Used by wx.scanCode and by <camera>.
import { type Decoded, decodePixels } from './decoder'
import type { Subject } from './sources'

const PERIOD_MS = 400

export class LiveView {
  readonly canvas = document.createElement('canvas')
  private subject: Subject | undefined
  private running = false

  constructor(
    private readonly found: (code: Decoded) => void,
    private readonly decoding = true,
  ) {}

  get current(): Subject | undefined {
    return this.subject
  }

  point(subject: Subject | undefined): void {
    this.subject = subject
  }

  start(): void {
    if (this.running) return
    this.running = true
    void this.loop()
  }

  stop(): void {
    this.running = false
  }

  private async loop(): Promise<void> {
    while (this.running) {
      const started = performance.now()
      await this.look().catch(() => undefined)
      const rest = Math.max(60, PERIOD_MS - (performance.now() - started))
      await new Promise((done) => setTimeout(done, rest))
    }
  }

  private async look(): Promise<void> {
    const picture = await this.subject?.photograph()
    if (!picture || !this.running) return
    this.draw(picture)
    if (!this.decoding) return
    const code = await decodePixels(picture)
    if (code && this.running) this.found(code)
  }

  /** Fills the view with the picture, a little away from the lens. */
  private draw(picture: HTMLCanvasElement): void {
    const { canvas } = this
    const [width, height] = [canvas.clientWidth * 2 || 750, canvas.clientHeight * 2 || 750]
    if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height })
    const context = canvas.getContext('2d')!
    const scale = Math.min((width * 0.86) / picture.width, (height * 0.94) / picture.height)
    const [w, h] = [picture.width * scale, picture.height * scale]
    const [x, y] = [(width - w) / 2, (height - h) / 2]
    context.fillStyle = '#1b1e22'
    context.fillRect(0, 0, width, height)
    context.save()
    context.beginPath()
    context.roundRect(x, y, w, h, w * 0.06)
    context.clip()
    context.drawImage(picture, x, y, w, h)
    context.restore()
    context.strokeStyle = '#000000'
    context.lineWidth = w * 0.02
    context.beginPath()
    context.roundRect(x, y, w, h, w * 0.06)
    context.stroke()
  }
}

// <camera>: mode="scanCode" reports codes, mode="normal" gives pictures to wx.createCameraContext().takePhoto.

import { requireScope } from '../api/permissions'
import { privacyGate } from '../api/privacy'
import { WxElement } from '../runtime/elements/element'
import type { Decoded } from './decoder'
import type { LiveView } from './live-view'

/** A code stays in view; the same one is reported again only after this pause. */
const REPEAT_MS = 1500

/** The camera on the page, for wx.createCameraContext. */
export const openCamera: { view: LiveView | undefined } = { view: undefined }

export class CameraView extends WxElement {
  private view: LiveView | undefined
  private last = { text: '', at: Number.NEGATIVE_INFINITY }

  connectedCallback(): void {
    this.open().catch((error) => this.emit('error', { errMsg: `insertCamera:fail ${error.message}` }))
  }

  disconnectedCallback(): void {
    this.view?.stop()
    if (openCamera.view === this.view) openCamera.view = undefined
  }

  private async open(): Promise<void> {
    await privacyGate('camera')
    await requireScope('scope.camera')
    const [{ LiveView }, { makeSourceBar }, { subjects }] = await Promise.all([
      import('./live-view'),
      import('./viewfinder'),
      import('./sources'),
    ])
    if (!this.isConnected || this.view) return
    const around = subjects()
    const view = new LiveView((code) => this.report(code), this.props.mode === 'scanCode')
    this.view = view
    openCamera.view = view
    this.append(
      view.canvas,
      makeSourceBar(around, view, (code) => this.report(code)),
    )
    view.point(around[0])
    view.start()
    this.emit('initdone', { maxZoom: 1 })
  }

  private report({ text }: Decoded): void {
    const now = performance.now()
    if (text === this.last.text && now - this.last.at < REPEAT_MS) return
    this.last = { text, at: now }
    this.emit('scancode', {
      type: 'QR_CODE',
      result: text,
      charSet: 'UTF-8',
      scanArea: [0, 0, this.clientWidth, this.clientHeight],
    })
  }
}

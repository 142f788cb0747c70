/**
 * Photos over the whole screen: two fingers or a double tap enlarge, one finger moves, a button turns. Diplomas are
 * photographed lying on their side, which WeChat's own preview cannot turn.
 *   <photo-viewer photos="{{photos}}" index="{{photo}}" bind:close="onCloseViewer" />
 * Closed while `index` is below 0.
 */
import { localised } from '../../../i18n/localised'
import { dragged, type Finger, type PhotoView, scaled, styleOf, toggled, turned, whole } from '../../photo-view'
import { section } from '../../words'

const DOUBLE_TAP_MS = 300
const STEP = 1.5

Component({
  behaviors: [localised(section('viewer'))],
  properties: {
    photos: { type: Array, value: [] as string[] },
    index: { type: Number, value: -1 },
  },
  data: { shown: -1, view: whole, style: '', fingers: [] as Finger[], tappedAt: 0 },
  observers: {
    index(index: number) {
      this.setData({ shown: index })
      this.lay(whole)
    },
  },
  methods: {
    lay(view: PhotoView) {
      this.setData({ view, style: styleOf(view) })
    },
    onStart(event: WechatMiniprogram.TouchEvent) {
      this.setData({ fingers: [...event.touches] })
    },
    onMove(event: WechatMiniprogram.TouchEvent) {
      this.lay(dragged(this.data.view, this.data.fingers, event.touches))
      this.setData({ fingers: [...event.touches] })
    },
    onTap(event: WechatMiniprogram.TouchEvent) {
      const isDouble = event.timeStamp - this.data.tappedAt < DOUBLE_TAP_MS
      this.setData({ tappedAt: isDouble ? 0 : event.timeStamp })
      if (isDouble) {
        this.lay(toggled(this.data.view))
      }
    },
    onTurn() {
      this.lay(turned(this.data.view))
    },
    onOther() {
      const { shown, photos } = this.data
      this.setData({ shown: (shown + 1) % photos.length })
      this.lay(whole)
    },
    onClose() {
      this.triggerEvent('close')
    },
    /** A key while the viewer is open. */
    press(key: string) {
      const keys: Record<string, () => void> = {
        r: () => this.onTurn(),
        arrowright: () => this.onOther(),
        arrowleft: () => this.onOther(),
        '+': () => this.lay(scaled(this.data.view, STEP)),
        '=': () => this.lay(scaled(this.data.view, STEP)),
        '-': () => this.lay(scaled(this.data.view, 1 / STEP)),
        z: () => this.onClose(),
        escape: () => this.onClose(),
      }
      keys[key.toLowerCase()]?.()
    },
  },
})

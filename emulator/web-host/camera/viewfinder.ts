// WeChat's scanner (wx.scanCode): a full-screen viewfinder. On the desk it is pointed at another phone; a picture can be uploaded
// anywhere. It closes with a code, or with nothing when the person goes back.
import { showToast } from '../runtime/dialogs'
import { icon } from '../runtime/frame/icons'
import { make, makeButton, showModalLayer } from '../runtime/frame/layer'
import { word } from '../runtime/words'
import { type Decoded, decodePixels } from './decoder'
import { LiveView } from './live-view'
import { type Subject, subjects } from './sources'

/** Opens the scanner. `album` offers pictures (onlyFromCamera switches that off on a phone; here it stays the only way alone). */
export function openViewfinder(): Promise<Decoded | undefined> {
  const around = subjects()
  let view: LiveView
  return showModalLayer<Decoded | undefined>(
    'host-full host-viewfinder',
    (close) => {
      view = new LiveView((code) => close(code))
      const bar = makeSourceBar(around, view, (code) => close(code))
      const back = makeButton('host-viewfinder-back', icon('cross'), () => close(undefined))
      back.setAttribute('aria-label', word('cancel'))
      const hint = around.length > 0 ? word('scanHint') : word('scanSingle')
      const window = make('div', 'host-viewfinder-window', view.canvas, make('i', 'host-viewfinder-line'))
      view.point(around[0])
      if (around.length > 0) view.start()
      return [window, back, make('p', 'host-viewfinder-hint', hint), bar]
    },
    { outcome: undefined },
  ).finally(() => view.stop())
}

/** Buttons "point at …" for every other phone, and a picture to upload. */
export function makeSourceBar(around: readonly Subject[], view: LiveView, found: (code: Decoded) => void): HTMLElement {
  const bar = make('div', 'host-sources')
  const mark = () => {
    for (const button of bar.querySelectorAll('button')) {
      button.setAttribute('aria-pressed', String(button.dataset.subject === view.current?.id))
    }
  }
  for (const subject of around) {
    const button = makeButton('host-source', `${word('scanPhone')} ${subject.label}`, () => {
      view.point(subject)
      mark()
    })
    button.dataset.subject = subject.id
    bar.append(button)
  }
  bar.append(uploadButton(found))
  queueMicrotask(mark)
  return bar
}

function uploadButton(found: (code: Decoded) => void): HTMLElement {
  const input = Object.assign(document.createElement('input'), { type: 'file', accept: 'image/*' })
  input.onchange = async () => {
    const [file] = input.files ?? []
    if (!file) return
    const code = await decodePixels(await createImageBitmap(file)).catch(() => undefined)
    if (code) found(code)
    else showToast({ title: word('scanNothing'), icon: 'none' })
    input.value = ''
  }
  return make('label', 'host-source host-source-upload', icon('download'), word('scanUpload'), input)
}

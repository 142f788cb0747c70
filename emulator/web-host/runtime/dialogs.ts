// Toast, modal and action sheet, as WeChat shows them today.
import { program } from './bundle'
import { icon } from './frame/icons'
import { layer, make, makeButton, showModalLayer } from './frame/layer'
import { word } from './words'

export interface ToastOptions {
  title: string
  icon?: 'success' | 'error' | 'loading' | 'none'
  image?: string
  mask?: boolean
  /** Milliseconds; 0 stays until hidden. */
  duration?: number
}

let toast: HTMLElement | undefined
let toastTimer = 0

export function hideToast(): void {
  clearTimeout(toastTimer)
  toast?.remove()
  toast = undefined
}

export function showToast({ title, icon: kind = 'success', image, mask, duration = 1500 }: ToastOptions): void {
  hideToast()
  const box = make('div', `host-toast host-toast-${image ? 'image' : kind}`)
  if (image) box.append(Object.assign(new Image(), { src: image, alt: '' }))
  else if (kind === 'success') box.append(icon('tick'))
  else if (kind === 'error') box.append(icon('alert'))
  else if (kind === 'loading') box.append(make('i', 'host-spinner'))
  box.append(make('span', '', String(title ?? '')))
  toast = make('div', mask ? 'host-toast-cover host-masked' : 'host-toast-cover', box)
  toast.setAttribute('role', 'status')
  layer().append(toast)
  if (duration > 0) toastTimer = window.setTimeout(hideToast, duration)
}

export interface ModalOptions {
  title?: string
  content?: string
  showCancel?: boolean
  cancelText?: string
  cancelColor?: string
  confirmText?: string
  confirmColor?: string
  editable?: boolean
  placeholderText?: string
}

/** Two buttons, or one; with a field when `editable`. */
export async function showModal(
  options: ModalOptions,
): Promise<{ confirm: boolean; cancel: boolean; content: string | null }> {
  const field = Object.assign(document.createElement('textarea'), {
    value: options.content ?? '',
    placeholder: options.placeholderText ?? '',
    className: 'host-modal-field',
  })
  const confirm = await showModalLayer<boolean>('host-modal', (close) => {
    const body = options.editable ? field : make('p', 'host-modal-content', options.content ?? '')
    const foot = make('footer', 'host-modal-foot')
    if (options.showCancel !== false) {
      const cancel = makeButton('host-modal-button', options.cancelText ?? word('cancel'), () => close(false))
      if (options.cancelColor) cancel.style.color = options.cancelColor
      foot.append(cancel)
    }
    const accept = makeButton('host-modal-button host-link', options.confirmText ?? word('confirm'), () => close(true))
    if (options.confirmColor) accept.style.color = options.confirmColor
    foot.append(accept)
    return [...(options.title ? [make('h2', 'host-modal-title', options.title)] : []), body, foot]
  })
  return { confirm, cancel: !confirm, content: options.editable ? field.value : null }
}

/** A list of choices from below; the index of the chosen one, or -1. */
export function showActionSheet(items: readonly string[], color?: string, title?: string): Promise<number> {
  return showModalLayer<number>(
    'host-sheet host-actions',
    (close) => {
      const rows = items.map((text, index) => {
        const row = makeButton('host-action', text, () => close(index))
        if (color) row.style.color = color
        return row
      })
      const head = title ? [make('p', 'host-actions-title', title)] : []
      return [...head, ...rows, makeButton('host-action host-action-cancel', word('cancel'), () => close(-1))]
    },
    { outcome: -1 },
  )
}

/** How the mini program calls itself. */
const appName = () => program.bundle.app.window?.navigationBarTitleText || word('app')

export interface RequestOptions {
  /** What the mini program asks for. */
  title: string
  content: readonly (Node | string)[]
  accept?: string
  refuse?: string
}

/** WeChat's permission sheet: the mini program's name, what it asks for, allow or decline. */
export function showRequestSheet({ title, content, accept, refuse }: RequestOptions): Promise<boolean> {
  return showModalLayer<boolean>(
    'host-sheet host-request',
    (close) => {
      const foot = make('footer', 'host-request-foot')
      foot.append(
        makeButton('host-pill', refuse ?? word('reject'), () => close(false)),
        makeButton('host-pill host-pill-main', accept ?? word('allow'), () => close(true)),
      )
      return [make('p', 'host-request-app', appName()), make('h2', 'host-request-title', title), ...content, foot]
    },
    { outcome: false },
  )
}

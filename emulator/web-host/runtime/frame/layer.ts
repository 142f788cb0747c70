// Everything that WeChat draws above a page: toasts, dialogs, sheets, full-screen views. They live in #host-layer, outside the page.

/** Makes an element; `children` may be text. */
export function make(tag: string, className = '', ...children: (Node | string)[]): HTMLElement {
  const element = document.createElement(tag)
  if (className) element.className = className
  element.append(...children)
  return element
}

/** Makes a button that calls `act`. */
export function makeButton(className: string, label: string | Node, act: () => void): HTMLButtonElement {
  const button = make('button', className, label) as HTMLButtonElement
  button.type = 'button'
  button.onclick = act
  return button
}

export const layer = () => document.getElementById('host-layer')!

/**
 * Shows something modal until it calls `close` with its outcome.
 * @param className the look: host-sheet (from below), host-modal (in the middle), host-full (whole screen)
 * @param fill builds the content
 * @param dismissed outcome of a tap beside it or Escape; leave out when it must be answered
 */
export function showModalLayer<T>(
  className: string,
  fill: (close: (outcome: T) => void) => (Node | string)[],
  dismissed?: { outcome: T },
): Promise<T> {
  return new Promise((done) => {
    const cover = make('div', `host-cover ${className.split(' ')[0]}-cover`)
    const box = make('div', className)
    box.setAttribute('role', 'dialog')
    box.setAttribute('aria-modal', 'true')
    const close = (outcome: T) => {
      removeEventListener('keydown', onKey)
      cover.remove()
      done(outcome)
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && dismissed) close(dismissed.outcome)
    }
    addEventListener('keydown', onKey)
    cover.onclick = (event) => {
      if (event.target === cover && dismissed) close(dismissed.outcome)
    }
    box.append(...fill(close))
    cover.append(box)
    layer().append(cover)
    box.querySelector<HTMLElement>('[autofocus]')?.focus()
  })
}

// A column that snaps to rows, as in WeChat's pickers.
import { dragToScroll } from './drag-scroll'

export interface Wheel {
  readonly element: HTMLElement
  /** Replaces the rows and the chosen index without an event. */
  fill(items: readonly string[], at: number): void
}

const ROW = 48

/** Makes a column; `onChange` hears the index whenever another row comes to rest in the middle. */
export function createWheel(label: string, onChange: (index: number) => void): Wheel {
  const list = document.createElement('ul')
  list.className = 'host-wheel'
  list.setAttribute('role', 'listbox')
  list.setAttribute('aria-label', label)
  list.tabIndex = 0
  let chosen = 0
  let shown = ''
  const clamp = (index: number) => Math.max(0, Math.min(list.children.length - 1, index))
  const mark = () => {
    for (const [index, row] of [...list.children].entries()) row.setAttribute('aria-selected', String(index === chosen))
  }
  const go = (index: number) => list.scrollTo({ top: clamp(index) * ROW, behavior: 'smooth' })
  list.onscroll = () => {
    const index = clamp(Math.round(list.scrollTop / ROW))
    if (index === chosen) return
    chosen = index
    mark()
    onChange(index)
  }
  list.onclick = (event) => {
    const row = (event.target as Element).closest('li')
    if (row) go([...list.children].indexOf(row))
  }
  list.onkeydown = (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (!step) return
    event.preventDefault()
    go(chosen + step)
  }
  dragToScroll(list, 'y', () => go(Math.round(list.scrollTop / ROW)))
  return {
    element: list,
    fill(items, at) {
      const text = items.join('\n')
      if (text === shown && at === chosen) return
      chosen = Math.max(0, Math.min(items.length - 1, at))
      if (text !== shown) {
        shown = text
        list.replaceChildren(...items.map(row))
      }
      mark()
      list.scrollTop = chosen * ROW
    },
  }
}

function row(text: string): HTMLElement {
  const item = document.createElement('li')
  item.setAttribute('role', 'option')
  item.textContent = text
  return item
}

// label: a tap on it is a tap on its control.
import { WxElement } from './element'

interface Control extends HTMLElement {
  activate(): void
}

const CONTROL = '[data-control]'

export class Label extends WxElement {
  connectedCallback(): void {
    this.onclick = (event) => {
      const target = this.props.for
        ? this.closest('wx-page')?.querySelector(`#${CSS.escape(this.props.for)}`)
        : this.querySelector(CONTROL)
      if (target && !(event.target as Element).closest(CONTROL)) (target as Control).activate?.()
    }
  }
}

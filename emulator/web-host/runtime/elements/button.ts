// button: form-type, and open-type with what WeChat shows for each (api/open-types.ts).
import { openTypes } from '../../api/open-types'
import { around } from './element'
import type { Form } from './form'
import { View } from './view'

export class Button extends View {
  protected override readonly defaultHover = 'button-hover'
  private ready = false

  override connectedCallback(): void {
    super.connectedCallback()
    if (this.ready) return
    this.ready = true
    if (!this.hasAttribute('role')) this.setAttribute('role', 'button')
    this.tabIndex = 0
    this.addEventListener('click', () => this.press())
    this.addEventListener('keydown', (event) => {
      if (event.target !== this || (event.key !== 'Enter' && event.key !== ' ')) return
      event.preventDefault()
      if (!this.off) this.emit('tap', {}, { bubbles: true, composed: true })
      this.press()
    })
  }

  private press(): void {
    if (this.off || this.flag('loading') === undefined) return
    const form = around<Form>(this, 'form')
    if (this.props['form-type'] === 'submit') form?.submit(this)
    if (this.props['form-type'] === 'reset') form?.reset()
    for (const type of String(this.props['open-type'] ?? '')
      .split('|')
      .filter(Boolean))
      void openTypes(type, this)
  }
}

// picker: a tap opens the sheet.
import { openPickerSheet } from '../picker-sheet'
import { WxElement } from './element'

export class Picker extends WxElement {
  connectedCallback(): void {
    this.dataset.control = ''
    if (!this.hasAttribute('role')) this.setAttribute('role', 'button')
    this.onclick = () => void this.activate()
  }

  async activate(): Promise<void> {
    if (this.off) return
    const chosen = await openPickerSheet(this.props, (change) => this.emit('columnchange', change))
    if (!chosen) {
      this.emit('cancel')
      return
    }
    this.choose('value', chosen.value, 'change', chosen)
  }

  reset(): void {
    this.props.value = ''
  }
}

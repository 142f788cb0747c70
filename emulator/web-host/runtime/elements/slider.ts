// slider.
import { WxElement } from './element'

const ATTRIBUTES: Record<string, 'min' | 'max' | 'step'> = { min: 'min', max: 'max', step: 'step' }

export class Slider extends WxElement {
  private readonly range = Object.assign(document.createElement('input'), { type: 'range' })
  private readonly number = document.createElement('output')

  connectedCallback(): void {
    if (this.range.isConnected) return
    this.dataset.control = ''
    this.append(this.range, this.number)
    this.range.oninput = (event) => {
      event.stopPropagation()
      this.paint()
      this.emit('changing', { value: Number(this.range.value) })
    }
    this.range.onchange = (event) => {
      event.stopPropagation()
      this.choose('value', Number(this.range.value))
    }
    this.paint()
  }

  override update(name: string, value: any): void {
    const attribute = ATTRIBUTES[name]
    if (attribute) this.range[attribute] = String(value)
    if (name === 'value') this.range.value = String(value)
    if (name === 'disabled') this.range.disabled = this.off
    if (/^(activeColor|active-color|selected-color)$/.test(name)) this.style.setProperty('--host-on', String(value))
    if (/^(backgroundColor|background-color|color)$/.test(name)) this.style.setProperty('--host-track', String(value))
    this.paint()
  }

  reset(): void {
    this.range.value = this.range.min
    this.paint()
  }

  private paint(): void {
    const { min, max, value } = this.range
    const share = (Number(value) - Number(min || 0)) / (Number(max || 100) - Number(min || 0) || 1)
    this.style.setProperty('--host-share', `${share * 100}%`)
    this.number.hidden = !this.flag('show-value')
    this.number.textContent = value
    this.props.value = Number(value)
  }
}

// picker-view and picker-view-column: columns inside a page that snap to rows.
import { dragToScroll } from '../drag-scroll'
import { around, WxElement } from './element'

const DEFAULT_ROW = 34

export class PickerView extends WxElement {
  private readonly indicator = document.createElement('i')

  connectedCallback(): void {
    if (this.indicator.isConnected) return
    this.indicator.className = ['host-picker-indicator', ...this.scoped(this.props['indicator-class'])].join(' ')
    this.append(this.indicator)
    requestAnimationFrame(() => this.settle())
  }

  override update(name: string, value: any): void {
    if (name === 'indicator-style') this.indicator.style.cssText = String(value ?? '')
    if (name === 'value' && this.isConnected) requestAnimationFrame(() => this.settle())
  }

  get rowHeight(): number {
    return this.indicator.offsetHeight || DEFAULT_ROW
  }

  private columns(): PickerViewColumn[] {
    return [...this.querySelectorAll<PickerViewColumn>('wx-picker-view-column')]
  }

  private settle(): void {
    const gap = Math.max(0, (this.clientHeight - this.rowHeight) / 2)
    this.style.setProperty('--host-gap', `${gap}px`)
    this.style.setProperty('--host-row', `${this.rowHeight}px`)
    for (const [index, column] of this.columns().entries()) column.show(Number(this.props.value?.[index] ?? 0))
  }

  changed(): void {
    const value = this.columns().map((column) => column.at)
    if (JSON.stringify(value) !== JSON.stringify(this.props.value)) this.choose('value', value)
  }
}

export class PickerViewColumn extends WxElement {
  at = 0
  private resting = 0

  connectedCallback(): void {
    dragToScroll(this, 'y')
    this.onscroll = () => {
      clearTimeout(this.resting)
      this.resting = window.setTimeout(() => this.rest(), 120)
    }
  }

  private get view(): PickerView | null {
    return around<PickerView>(this, 'picker-view')
  }

  private rest(): void {
    this.at = Math.max(
      0,
      Math.min(this.childElementCount - 1, Math.round(this.scrollTop / (this.view?.rowHeight ?? DEFAULT_ROW))),
    )
    this.view?.emit('pickend')
    this.view?.changed()
  }

  show(index: number): void {
    this.at = index
    this.scrollTop = index * (this.view?.rowHeight ?? DEFAULT_ROW)
  }
}

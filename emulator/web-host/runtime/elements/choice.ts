// switch, checkbox, radio and their groups.
import { around, WxElement } from './element'

export class Toggle extends WxElement {
  connectedCallback(): void {
    this.dataset.control = ''
    if (!this.hasAttribute('role')) this.setAttribute('role', this.localName.slice(3))
    this.tabIndex = 0
    this.onclick = () => this.activate()
    this.onkeydown = (event) => {
      if (event.key !== ' ') return
      event.preventDefault()
      this.activate()
    }
    this.mark()
  }

  get on(): boolean {
    return this.hasAttribute('checked')
  }

  override update(name: string, value: any): void {
    if (name === 'checked') this.mark()
    if (name === 'color') this.style.setProperty('--host-on', String(value))
  }

  turn(on: boolean): void {
    this.toggleAttribute('checked', on)
    this.props.checked = on
    this.models?.checked?.(on)
    this.mark()
  }

  private mark(): void {
    this.setAttribute('aria-checked', String(this.on))
  }

  reset(): void {
    this.turn(false)
  }

  activate(): void {
    if (this.off) return
    this.turn(!this.on)
    this.emit('change', { value: this.on })
  }
}

export class Checkbox extends Toggle {
  override activate(): void {
    if (this.off) return
    this.turn(!this.on)
    const group = around<Group>(this, 'checkbox-group')
    group?.choose('value', group.value)
  }
}

export class Radio extends Toggle {
  override activate(): void {
    if (this.off || this.on) return
    const group = around<Group>(this, 'radio-group')
    for (const other of group?.choices() ?? []) if (other.on) other.turn(false)
    this.turn(true)
    group?.choose('value', this.props.value)
  }
}

export class Group extends WxElement {
  connectedCallback(): void {
    if (this.localName === 'wx-radio-group') this.setAttribute('role', 'radiogroup')
  }

  choices(): Toggle[] {
    return [...this.querySelectorAll<Toggle>('wx-radio, wx-checkbox')]
  }

  /** The chosen value (radio) or values (checkbox). */
  get value(): string | string[] {
    const chosen = this.choices()
      .filter((choice) => choice.on)
      .map((choice) => String(choice.props.value ?? ''))
    return this.localName === 'wx-radio-group' ? (chosen[0] ?? '') : chosen
  }
}

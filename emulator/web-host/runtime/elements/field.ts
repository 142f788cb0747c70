// input and textarea. A hidden-placeholder trick is not needed: WeChat's placeholder is an element of its own, so that
// placeholder-class and placeholder-style can dress it.
import { WxElement } from './element'

/** WeChat's default when maxlength is not given; -1 lifts it. */
const DEFAULT_MAXLENGTH = 140
const INPUT_MODES: Record<string, string> = { number: 'numeric', digit: 'decimal', tel: 'tel', idcard: 'text' }

export class Field extends WxElement {
  readonly field: HTMLInputElement | HTMLTextAreaElement
  private readonly hint = document.createElement('span')
  private built = false

  constructor() {
    super()
    this.field = document.createElement(this.localName === 'wx-textarea' ? 'textarea' : 'input')
  }

  connectedCallback(): void {
    this.build()
    if (this.flag('auto-focus') || this.flag('focus')) this.activate()
    requestAnimationFrame(() => this.grow())
  }

  private build(): void {
    if (this.built) return
    this.built = true
    this.dataset.control = ''
    this.hint.ariaHidden = 'true'
    this.field.placeholder = ' '
    this.field.maxLength = DEFAULT_MAXLENGTH
    this.field.autocomplete = 'off'
    this.field.spellcheck = false
    this.append(this.field, this.hint)
    this.field.addEventListener('input', (event) => {
      event.stopPropagation()
      if (!(event as InputEvent).isComposing) this.typed()
    })
    this.field.addEventListener('compositionend', () => this.typed())
    this.field.addEventListener('change', (event) => event.stopPropagation())
    this.field.addEventListener('focus', () => this.emit('focus', { value: this.field.value, height: 0 }))
    this.field.addEventListener('blur', () => this.emit('blur', this.detail()))
    this.field.addEventListener('keydown', (event) => {
      if ((event as KeyboardEvent).key !== 'Enter' || (event as KeyboardEvent).isComposing) return
      if (this.field instanceof HTMLTextAreaElement) return
      this.emit('confirm', this.detail())
      if (!this.flag('confirm-hold')) this.field.blur()
    })
  }

  private detail() {
    return { value: this.field.value, cursor: this.field.selectionStart ?? this.field.value.length }
  }

  /** bindinput may return a string, which then replaces what was typed. */
  private typed(): void {
    this.props.value = this.field.value
    this.models?.value?.(this.field.value)
    this.grow()
    const handleListenerReturn = (answer: unknown) => {
      const value = typeof answer === 'object' && answer !== null ? (answer as { value?: unknown }).value : answer
      if (typeof value === 'string') this.write(value)
    }
    this.emit('input', this.detail(), { handleListenerReturn })
  }

  private write(value: string): void {
    this.props.value = value
    if (this.field.value !== value) this.field.value = value
    requestAnimationFrame(() => this.grow())
  }

  private grow(): void {
    if (this.localName !== 'wx-textarea' || !this.flag('auto-height')) return
    const before = this.field.style.height
    this.field.style.height = 'auto'
    const height = `${this.field.scrollHeight}px`
    this.style.height = height
    this.field.style.height = height
    if (before !== height) this.emit('linechange', { height: this.field.scrollHeight, lineCount: 1 })
  }

  activate(): void {
    setTimeout(() => this.field.focus())
  }

  reset(): void {
    this.write('')
  }

  override update(name: string, value: any): void {
    this.build()
    const text = value === null || value === undefined ? '' : String(value)
    const { field, hint } = this
    if (name === 'value') this.write(text)
    if (name === 'placeholder') {
      hint.textContent = text
      field.setAttribute('aria-label', this.props['aria-label'] || text)
    }
    if (name === 'placeholder-class') hint.className = this.scoped(text).join(' ')
    if (name === 'placeholder-style') hint.style.cssText = text
    if (name === 'maxlength') this.limit(Number(value))
    if (name === 'disabled') field.disabled = this.flag('disabled')
    if (name === 'type') field.inputMode = INPUT_MODES[text] ?? 'text'
    if (name === 'password' && field instanceof HTMLInputElement)
      field.type = this.flag('password') ? 'password' : 'text'
    if (name === 'focus') this.flag('focus') ? this.activate() : field.blur()
    if (name === 'confirm-type') field.enterKeyHint = text
    if (name === 'aria-label') field.setAttribute('aria-label', text)
  }

  private limit(length: number): void {
    if (length >= 0) this.field.maxLength = length
    else this.field.removeAttribute('maxlength')
  }
}

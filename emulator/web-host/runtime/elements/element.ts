// What all built-in components have in common: attributes arrive as values, events leave through glass-easel, class names given
// as attributes live in the style scope of the component that wrote them.
import { dispatch } from '../framework'

/** Attributes that style sheets or screen readers look at; the others stay values. */
const REFLECTED =
  /^(aria-|role$|hidden$|disabled$|checked$|size$|type$|plain$|loading$|mode$|scroll-[xy]$|selectable$|user-select$|space$|vertical$)/

const isOff = (value: unknown) => value === false || value === null || value === undefined

export class WxElement extends HTMLElement {
  /** Values as the template gave them, by attribute name. */
  props: Record<string, any> = {}
  /** Two-way bindings (model:value), by attribute name. */
  models?: Record<string, (value: unknown) => void>
  __wxElement?: any

  /** Called by the framework for every attribute of the template. */
  set(name: string, value: any): void {
    this.props[name] = value
    if (REFLECTED.test(name)) this.reflect(name === 'aria-role' ? 'role' : name, value)
    if (/^data-|^(id|name|for)$/.test(name)) this.setAttribute(name, String(value))
    this.update(name, value)
  }

  private reflect(name: string, value: unknown): void {
    // ARIA says true and false in words; an attribute that is there or not would say neither.
    if (name.startsWith('aria-') && typeof value === 'boolean') this.setAttribute(name, String(value))
    else if (isOff(value)) this.removeAttribute(name)
    else this.setAttribute(name, value === true ? '' : String(value))
  }

  /** Whether a boolean attribute is on: `<switch checked>` counts, `checked="{{false}}"` does not. */
  flag(name: string, fallback = false): boolean {
    if (!(name in this.props)) return fallback
    const value = this.props[name]
    return value === '' || (Boolean(value) && value !== 'false')
  }

  /** A numeric attribute. */
  num(name: string, fallback: number): number {
    const value = Number.parseFloat(this.props[name])
    return Number.isFinite(value) ? value : fallback
  }

  /** Hook: an attribute was set. */
  update(_name: string, _value: any): void {}

  /** Raises a component event; most of them do not bubble. True when a listener prevented the default. */
  emit(type: string, detail: unknown = {}, options: Record<string, unknown> = {}): boolean {
    return this.__wxElement ? dispatch(this.__wxElement, type, detail, options) : false
  }

  /** A value that the person chose: the two-way binding first, then the event, as WeChat does. */
  choose(name: string, value: unknown, type = 'change', detail: unknown = { value }): void {
    this.props[name] = value
    this.models?.[name]?.(value)
    this.emit(type, detail)
  }

  get off(): boolean {
    return this.flag('disabled')
  }

  /** The component whose template holds this element. */
  owner(): any {
    return this.__wxElement?.ownerShadowRoot?.getHostNode()
  }

  /** CSS classes for names given in an attribute (hover-class, placeholder-class). */
  scoped(names: unknown): string[] {
    const owner = this.owner()
    return owner
      ? String(names ?? '')
          .split(/\s+/)
          .filter(Boolean)
          .flatMap((name) => resolveClass(owner, name))
      : []
  }

  /** The path of the page or component that holds this element. */
  get home(): string {
    return this.owner()?.is ?? ''
  }
}

function resolveClass(owner: any, name: string): string[] {
  const external: string[] | undefined = owner.getExternalClasses?.()[name]
  const above = owner.ownerShadowRoot?.getHostNode()
  if (external && above) return external.flatMap((one) => resolveClass(above, one))
  const options = owner.getComponentOptions()
  const scopes = owner.getComponentDefinition().behavior.ownerSpace.styleScopeManager
  const prefix = scopes.queryName(options.styleScope)
  if (!prefix) return [name]
  return options.extraStyleScope === null || options.extraStyleScope === undefined
    ? [`${prefix}--${name}`]
    : [`${prefix}--${name}`, name]
}

/** The nearest built-in component of that tag around `from`. */
export const around = <T extends WxElement>(from: Element, tag: string) => from.closest(`wx-${tag}`) as T | null

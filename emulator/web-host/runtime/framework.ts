// glass-easel, WeChat's own component framework, set up for a browser: our elements for the built-in components, WeChat's event
// objects, real ids, and the parts that the framework leaves to its host (the ready lifetime, selector queries).
import * as ge from 'glass-easel'
import { MiniProgramEnv } from 'glass-easel-miniprogram-adapter'
import { BUILT_IN_TAGS } from '../build/built-in-tags'
import { convertLengths } from '../build/units'
import { builtInBehaviors, namedBehaviors } from './behaviors'
import { program } from './bundle'
import type { WxElement } from './elements/element'

const builtIn = new Set<string>(BUILT_IN_TAGS)

class Backend extends ge.CurrentWindowBackendContext {
  override document = {
    createElement: (tag: string) => document.createElement(builtIn.has(tag) ? `wx-${tag}` : tag),
    createTextNode: (text: string) => document.createTextNode(text),
    createDocumentFragment: () => document.createDocumentFragment(),
  } as any

  /** Touches come from gestures.ts and form events from our elements; only long press needs to be known. */
  override setListenerStats(element: any, type: string): void {
    if (element && (type === 'longpress' || type === 'longtap')) element.hearsLongPress = true
  }

  override onEvent(): void {}

  override setModelBindingStat(element: any, name: string, listener: any): void {
    element.models ??= {}
    element.models[name] = listener
  }
}

/** Sends an event into the component tree; true when a listener asked to prevent the default. */
export function dispatch(target: any, type: string, detail: unknown, options: Record<string, unknown> = {}): boolean {
  const event = new ge.Event(type, detail, { capturePhase: true, ...options })
  ge.Event.dispatchEvent(target, event)
  return event.defaultPrevented()
}

const environment = new MiniProgramEnv()
const code = environment.createCodeSpace('', true) as any
const backend = environment.associateBackend(new Backend())

/** A page's root component, not yet attached. */
export const createRoot = (path: string) => backend.createRoot('wx-page', code, path)

/** Prepares the framework; `createQuery` and `createObserver` are the host's own. */
export function installFramework(methods: Record<string, (...parameters: any[]) => unknown>): void {
  ge.globalOptions.throwGlobalError = false
  ge.addGlobalErrorListener((error: unknown) => {
    reportError(error)
    return false
  })
  patchElements()
  const prepare = code.prepareComponentOptions
  code.prepareComponentOptions = function prepareComponentOptions(...parameters: any[]) {
    const [options, isolation] = prepare.apply(this, parameters)
    return [{ ...options, idPrefixGenerator: undefined, writeIdToDOM: true }, isolation]
  }
  code.setOverallBehavior(overallBehavior(methods))
  namedBehaviors(code)
}

/** Attributes go to our elements as values, not strings; inline styles know rpx. */
function patchElements(): void {
  const native = ge.NativeNode.prototype as any
  const element = ge.Element.prototype as any
  const { setAttribute, setNodeStyle } = element
  native.updateAttribute = function updateAttribute(name: string, value: unknown) {
    const dom = this.getBackendElement() as WxElement | null
    if (dom?.set) dom.set(name, value)
    else setAttribute.call(this, name, value)
  }
  element.setNodeStyle = function setStyle(css: string, segment: number) {
    setNodeStyle.call(this, convertLengths(String(css ?? '')), segment)
  }
}

/** Methods of every component, the mark that :host styles look for, and the ready lifetime. */
function overallBehavior(methods: Record<string, (...parameters: any[]) => unknown>): any {
  return code
    .getComponentSpace()
    .define()
    .lifetime('created', function created(this: any) {
      const component = this._$ ?? this
      component.getBackendElement()?.setAttribute('wx-is', component.is)
    })
    .lifetime('attached', function attached(this: any) {
      const component = this._$ ?? this
      setTimeout(() => component.triggerLifetime('ready', []))
    })
    .methods(methods)
    .registerBehavior()
}

/** Registers every page and component of the bundle and runs their scripts. */
export function registerUnits(): void {
  const { units, scopes, scripts, templates } = program.bundle
  const compiled = templates()
  for (const [path, config] of Object.entries(units)) {
    code.addComponentStaticConfig(path, config)
    code.addStyleSheet(path, undefined, scopes[path])
    const content = compiled[path]
    // Without the fallback a `bindtap` written without a colon is dead on built-in components.
    code.addCompiledTemplate(path, { groupList: compiled, content, fallbackListenerOnNativeNode: true })
  }
  for (const [path, script] of Object.entries(scripts)) {
    code.globalComponentEnv(globalThis, path, () => {
      builtInBehaviors(globalThis)
      script()
    })
  }
}

/** Whether a component declares a property of that name (page arguments are offered to them). */
export const hasProperty = (component: any, name: string): boolean => (ge.Component as any).hasProperty(component, name)

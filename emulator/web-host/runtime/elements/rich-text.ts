// rich-text: trusted tags and attributes only, and no events, as WeChat documents.
import { WxElement } from './element'

const REFUSED = 'script,style,iframe,object,embed,form,input,textarea,select,button,link,meta,svg,math,video,audio'
const TRUSTED_ATTRIBUTES = /^(class|style|src|alt|width|height|colspan|rowspan|align|start|type|dir)$/

interface RichNode {
  type?: 'node' | 'text'
  name?: string
  text?: string
  attrs?: Record<string, unknown>
  children?: RichNode[]
}

export class RichText extends WxElement {
  override update(name: string, nodes: unknown): void {
    if (name !== 'nodes') return
    const parsed = typeof nodes === 'string' ? parse(nodes) : document.createElement('div')
    if (typeof nodes !== 'string') appendNodes((nodes ?? []) as RichNode[], parsed)
    clean(parsed)
    this.replaceChildren(...parsed.childNodes)
  }
}

const parse = (html: string): Element => new DOMParser().parseFromString(html, 'text/html').body

function appendNodes(nodes: RichNode[], parent: Element): void {
  for (const node of nodes) {
    if (node.type === 'text') {
      parent.append(parse(node.text ?? '').textContent ?? '')
      continue
    }
    const element = document.createElement(node.name ?? 'span')
    for (const [name, value] of Object.entries(node.attrs ?? {})) element.setAttribute(name, String(value))
    appendNodes(node.children ?? [], element)
    parent.append(element)
  }
}

function clean(root: Element): void {
  for (const node of root.querySelectorAll(REFUSED)) node.remove()
  for (const node of root.querySelectorAll('*')) {
    for (const { name, value } of [...node.attributes]) {
      if (!TRUSTED_ATTRIBUTES.test(name) || /javascript:/i.test(value)) node.removeAttribute(name)
    }
  }
}

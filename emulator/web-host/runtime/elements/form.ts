// form: collects the named fields inside it, built in or behaving as wx://form-field.
import { Group, Toggle } from './choice'
import { WxElement } from './element'

export class Form extends WxElement {
  private fields(): any[] {
    return [...this.querySelectorAll('*')].filter((node: any) => node.props?.name || node.__wxElement?.data?.name)
  }

  submit(button?: WxElement): void {
    const value: Record<string, unknown> = {}
    for (const node of this.fields()) {
      if (node instanceof Group) value[node.props.name] = node.value
      else if (node instanceof Toggle) value[node.props.name] = node.on
      else if (node instanceof WxElement) value[node.props.name] = node.props.value ?? ''
      else value[node.__wxElement.data.name] = node.__wxElement.data.value
    }
    this.emit('submit', {
      value,
      formId: '',
      target: { id: button?.id ?? '', dataset: button?.__wxElement?.dataset ?? {} },
    })
  }

  reset(): void {
    for (const node of this.querySelectorAll<any>('[data-control]')) node.reset?.()
    this.emit('reset')
  }
}

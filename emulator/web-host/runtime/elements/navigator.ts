// navigator: a link between pages.
import { navigateBack, openPage } from '../page-stack'
import { View } from './view'

const KINDS = { navigate: 'navigateTo', redirect: 'redirectTo', switchTab: 'switchTab', reLaunch: 'reLaunch' } as const

export class Navigator extends View {
  protected override readonly defaultHover = 'navigator-hover'

  override connectedCallback(): void {
    super.connectedCallback()
    this.setAttribute('role', 'link')
    this.onclick = () => this.follow()
  }

  private follow(): void {
    const type = (this.props['open-type'] || 'navigate') as keyof typeof KINDS | 'navigateBack' | 'exit'
    if (type === 'navigateBack') {
      navigateBack(this.num('delta', 1))
      return
    }
    const kind = KINDS[type as keyof typeof KINDS]
    if (!kind) throw new Error(`<navigator open-type="${type}"> is not available in the web host`)
    try {
      openPage(kind, this.props.url ?? '')
      this.emit('success', {})
    } catch (error) {
      this.emit('fail', { errMsg: (error as Error).message })
    }
  }
}

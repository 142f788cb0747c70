/** What a key does on the application page: photos and reasons that lie open take it first. */
import { type Command, commandOf } from '../../shortcuts'

/** As much of the page as keys reach. */
type Page = {
  data: { photo: number; question: object | null; view: { canDecide: boolean } | null; left: object | null }
  selectComponent(selector: string): WechatMiniprogram.Component.TrivialInstance
} & Record<'onApprove' | 'onReturn' | 'onReject' | 'onNext' | 'onLookAgain' | 'onUndo', () => void> &
  Record<'onZoomFirst' | 'onCloseHelp' | 'onHelp', () => void>

export function pressKey(key: string, page: Page): void {
  const { photo, question } = page.data
  if (photo >= 0) {
    page.selectComponent('#viewer').press(key)
  } else if (question) {
    page.selectComponent('#reasons').press(key)
  } else {
    const command = commandOf(key)
    if (command) {
      run(command, page)
    }
  }
}

function run(command: Command, page: Page): void {
  const { view, left } = page.data
  const canDecide = view?.canDecide === true
  const commands: Record<Command, () => void> = {
    approve: () => canDecide && page.onApprove(),
    return: () => canDecide && page.onReturn(),
    reject: () => canDecide && page.onReject(),
    next: () => (left === null ? page.onNext() : page.onLookAgain()),
    undo: () => page.onUndo(),
    zoom: () => page.onZoomFirst(),
    number: () => view && page.selectComponent('#document').toggle(),
    cancel: () => page.onCloseHelp(),
    help: () => page.onHelp(),
  }
  commands[command]()
}

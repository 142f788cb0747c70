// wx.onKeyDown and wx.offKeyDown, as WeChat on a computer has them: the app must have been touched once, and nothing is told
// while somebody types into a field.
import { Emitter } from '../runtime/emitter'

type KeyPress = { key: string; code: string; altKey: boolean; shiftKey: boolean; timeStamp: number }

const pressed = new Emitter<KeyPress>()

const isTyping = () => document.activeElement?.matches('input, textarea') === true
const wasTouched = () => navigator.userActivation?.hasBeenActive !== false

addEventListener('keydown', ({ key, code, altKey, shiftKey, timeStamp, ctrlKey, metaKey }) => {
  if (!ctrlKey && !metaKey && wasTouched() && !isTyping()) pressed.emit({ key, code, altKey, shiftKey, timeStamp })
})

export const keyPresses = {
  onKeyDown: (listener: (press: KeyPress) => void) => pressed.on(listener),
  offKeyDown: (listener?: (press: KeyPress) => void) => pressed.off(listener),
}

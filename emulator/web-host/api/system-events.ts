// wx.on… and wx.off…: app, theme, network, screenshots, window size.
import { appEvents } from '../runtime/app-lifecycle'
import { Emitter } from '../runtime/emitter'
import { isOnline, phoneEvents } from '../runtime/phone'
import { followsTheme } from '../runtime/theme'
import { apis } from './call'

/** An onX / offX pair over an emitter. */
function pair(name: string, emitter: Emitter<any>): Record<string, (listener?: any) => void> {
  return {
    [`on${name}`]: (listener) => emitter.on(listener),
    [`off${name}`]: (listener) => emitter.off(listener),
  }
}

const theme = new Emitter<{ theme: 'light' | 'dark' }>()
phoneEvents.theme.on((change) => {
  if (followsTheme()) theme.emit(change)
})

const resize = new Emitter<{ size: { windowWidth: number; windowHeight: number } }>()
addEventListener('resize', () => resize.emit({ size: { windowWidth: innerWidth, windowHeight: innerHeight } }))

const keyboard = new Emitter<{ height: number }>()
const memory = new Emitter<{ level: number }>()
const pageNotFound = new Emitter<unknown>()
const audioInterruption = new Emitter<void>()

export const systemEvents = {
  ...pair('AppShow', appEvents.show),
  ...pair('AppHide', appEvents.hide),
  ...pair('Error', appEvents.error),
  ...pair('UnhandledRejection', appEvents.rejection),
  ...pair('PageNotFound', pageNotFound),
  ...pair('ThemeChange', theme),
  ...pair('NetworkStatusChange', phoneEvents.network),
  ...pair('UserCaptureScreen', phoneEvents.capture),
  ...pair('WindowResize', resize),
  ...pair('KeyboardHeightChange', keyboard),
  ...pair('MemoryWarning', memory),
  ...pair('AudioInterruptionBegin', audioInterruption),
  ...pair('AudioInterruptionEnd', audioInterruption),
  ...apis({
    getNetworkType: () => ({
      networkType: isOnline() ? 'wifi' : 'none',
      signalStrength: isOnline() ? 90 : 0,
      hasSystemProxy: false,
    }),
  }),
}

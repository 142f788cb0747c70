// What the phone says of itself: window, device, app, safe area, font size, screen.
import { program } from '../runtime/bundle'
import { capsuleRect } from '../runtime/frame/capsule'
import { HOME_INDICATOR, NAVIGATION_BAR, STATUS_BAR } from '../runtime/frame/frame'
import { currentPage } from '../runtime/page-stack'
import { phone } from '../runtime/phone'
import { appTheme } from '../runtime/theme'
import { apis } from './call'

/** The base library whose APIs the host follows. */
const SDK_VERSION = '3.8.0'

function windowInfo() {
  const custom = currentPage()?.window.navigationStyle === 'custom'
  const [width, height] = [innerWidth, innerHeight]
  return {
    pixelRatio: devicePixelRatio,
    screenWidth: width,
    screenHeight: height,
    windowWidth: width,
    windowHeight: currentPage()?.box.clientHeight || height - (custom ? 0 : STATUS_BAR + NAVIGATION_BAR),
    statusBarHeight: STATUS_BAR,
    screenTop: custom ? 0 : STATUS_BAR + NAVIGATION_BAR,
    safeArea: {
      left: 0,
      right: width,
      top: STATUS_BAR,
      bottom: height - HOME_INDICATOR,
      width,
      height: height - STATUS_BAR - HOME_INDICATOR,
    },
  }
}

const deviceInfo = () => ({
  abi: 'arm64',
  brand: 'iPhone',
  model: 'web host',
  system: 'iOS 17.0',
  platform: 'devtools',
  benchmarkLevel: 30,
  memorySize: 4096,
})

const appBaseInfo = () => ({
  SDKVersion: SDK_VERSION,
  version: '8.0.50',
  enableDebug: false,
  host: { appId: '', env: 'WeChat' },
  language: phone.lang === 'en' ? 'en' : 'zh_CN',
  fontSizeSetting: phone.fontSize,
  fontSizeScaleFactor: phone.fontSize / 16,
  ...(program.bundle.app.darkmode === true && { theme: appTheme() }),
})

const systemSetting = () => ({
  bluetoothEnabled: false,
  locationEnabled: true,
  wifiEnabled: phone.online,
  deviceOrientation: 'portrait',
})
const systemInfo = () => ({ ...windowInfo(), ...deviceInfo(), ...appBaseInfo(), ...systemSetting() })

/** The darkness over the screen, 0 (full brightness) … 0.75. */
function paintBrightness(): void {
  const darkness = phone.brightness < 0.5 ? (0.5 - phone.brightness) * 1.5 : 0
  document.getElementById('host-dim')!.style.opacity = String(darkness)
}

function setScreenBrightness({ value }: { value: number }): void {
  if (typeof value !== 'number' || value > 1) throw new Error('parameter error: value should be a number from 0 to 1')
  phone.brightness = value < 0 ? 0.6 : value
  paintBrightness()
}

let effect = 'none'

/** Whether the page asked to be left out of screen recordings. */
export const hiddenFromCapture = () => effect === 'hidden'

let wakeLock: WakeLockSentinel | undefined

async function setKeepScreenOn({ keepScreenOn }: { keepScreenOn: boolean }): Promise<void> {
  await wakeLock?.release()
  wakeLock = keepScreenOn ? await navigator.wakeLock?.request('screen').catch(() => undefined) : undefined
}

export const device = {
  getWindowInfo: windowInfo,
  getDeviceInfo: deviceInfo,
  getAppBaseInfo: appBaseInfo,
  getSystemSetting: systemSetting,
  getSystemInfoSync: systemInfo,
  getMenuButtonBoundingClientRect: capsuleRect,
  onMenuButtonBoundingClientRectWeightChange: () => undefined,
  offMenuButtonBoundingClientRectWeightChange: () => undefined,
  getSkylineInfoSync: () => ({ isSupported: false, version: '', reason: 'web host' }),
  getRendererUserAgent: () => navigator.userAgent,
  ...apis({
    getSystemInfo: systemInfo,
    getSystemInfoAsync: systemInfo,
    setScreenBrightness,
    getScreenBrightness: () => ({ value: phone.brightness }),
    setVisualEffectOnCapture: ({ visualEffect }) => {
      effect = visualEffect ?? 'none'
    },
    setKeepScreenOn,
    vibrateShort: ({ type = 'medium' }) => vibrate({ heavy: 20, medium: 15, light: 10 }[type as string] ?? 15),
    vibrateLong: () => vibrate(400),
    getBatteryInfo: () => ({ level: 82, isCharging: false }),
  }),
}

/** A computer does not vibrate: the desk shakes the phone (see shell/), the phone itself shivers. */
function vibrate(milliseconds: number): void {
  navigator.vibrate?.(milliseconds)
  const frames = [0, -2, 2, -2, 2, 0].map((x) => ({ transform: `translateX(${x}px)` }))
  document.body.animate(frames, { duration: Math.max(120, milliseconds) })
}

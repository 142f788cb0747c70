// The phone around the app: clipboard, calls, maps, randomness, logs.
import { showActionSheet, showModal, showToast } from '../runtime/dialogs'
import { phone, storageNamespace } from '../runtime/phone'
import { word } from '../runtime/words'
import { apis } from './call'
import { privacyGate } from './privacy'

const clipboardKey = () => `phone:${phone.id}:clipboard`

async function setClipboardData({ data }: { data: string }): Promise<void> {
  await privacyGate('setClipboardData')
  localStorage.setItem(clipboardKey(), data)
  await navigator.clipboard?.writeText(data).catch(() => undefined)
  showToast({ title: word('copied') })
}

async function getClipboardData(): Promise<{ data: string }> {
  await privacyGate('getClipboardData')
  return { data: localStorage.getItem(clipboardKey()) ?? '' }
}

async function makePhoneCall({ phoneNumber }: { phoneNumber: string }): Promise<void> {
  if ((await showActionSheet([`${word('call')} ${phoneNumber}`])) < 0) throw new Error('cancel')
}

async function openLocation({ latitude, longitude, name = '', address = '' }: any): Promise<void> {
  const content = [name, address, `${latitude}, ${longitude}`].filter(Boolean).join('\n')
  await showModal({ title: word('location'), content, showCancel: false })
}

/** Asynchronous, as on a phone: there is no synchronous source of randomness. */
function getRandomValues({ length }: { length: number }): { randomValues: ArrayBuffer } {
  if (!Number.isInteger(length) || length < 1 || length > 1_048_576) throw new Error('invalid length')
  return { randomValues: crypto.getRandomValues(new Uint8Array(length)).buffer }
}

const logManager = () => {
  const write =
    (level: 'debug' | 'info' | 'warn' | 'error') =>
    (...values: unknown[]) =>
      console[level](...values)
  return {
    debug: write('debug'),
    info: write('info'),
    log: write('info'),
    warn: write('warn'),
    error: write('error'),
    setFilterMsg: () => undefined,
    addFilterMsg: () => undefined,
    tag: logManager,
  }
}

export const system = {
  getLogManager: logManager,
  getRealtimeLogManager: logManager,
  getPerformance: () => performance,
  reportEvent: () => undefined,
  reportPerformance: () => undefined,
  preloadWebview: () => undefined,
  arrayBufferToBase64: (buffer: ArrayBuffer) =>
    btoa(Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte)).join('')),
  base64ToArrayBuffer: (text: string) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)).buffer,
  nextTick: (task: () => void) => queueMicrotask(task),
  getUserCryptoManager: () => ({
    getRandomValues: apis({ getRandomValues }).getRandomValues,
  }),
  ...apis({
    setClipboardData,
    getClipboardData,
    makePhoneCall,
    openLocation,
    getRandomValues,
    openEmbeddedMiniProgram: ({ appId }) => openElsewhere(appId),
    navigateToMiniProgram: ({ appId }) => openElsewhere(appId),
    openOfficialAccountProfile: ({ username }) => openElsewhere(username),
  }),
}

/** Another mini program or account cannot run here: its name is shown instead. */
async function openElsewhere(name: string): Promise<void> {
  const { confirm } = await showModal({ title: 'WeChat', content: String(name) })
  if (!confirm) throw new Error('cancel')
}

/** Everything that the phone keeps for this person, removed (the desk's "wipe"). */
export function wipeStorage(): void {
  for (const name of Object.keys(localStorage)) if (name.startsWith(storageNamespace())) localStorage.removeItem(name)
}

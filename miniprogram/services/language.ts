/**
 * The language on this phone: what the person chose, else WeChat's own language (Chinese for any Chinese locale, English for
 * every other). Pages are told when it changes.
 */
import type { Language } from '../lib/domain'

const KEY = 'language'
const listeners = new Set<(language: Language) => void>()
let current: Language | null = null

/** The language in force. */
export function language(): Language {
  current ??= stored() ?? ofWeChat()
  return current
}

/** Chooses a language and tells every page that is open. */
export function chooseLanguage(next: Language): void {
  current = next
  wx.setStorageSync(KEY, next)
  for (const listener of listeners) {
    listener(next)
  }
}

/** Calls `listener` at every change; the answer ends it. */
export function onLanguage(listener: (language: Language) => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function stored(): Language | null {
  const value: unknown = wx.getStorageSync(KEY)
  return value === 'zh' || value === 'en' ? value : null
}

function ofWeChat(): Language {
  return wx.getAppBaseInfo().language?.startsWith('zh') === false ? 'en' : 'zh'
}

// Storage: synchronous and asynchronous, separate for every phone and person, with WeChat's limits (1 MB a key, 10 MB in all).
import { storageNamespace } from '../runtime/phone'
import { apis } from './call'

const KEY_LIMIT = 1024 * 1024
const TOTAL_LIMIT = 10 * 1024 * 1024

const prefix = () => `${storageNamespace()}storage:`
const names = () =>
  Object.keys(localStorage)
    .filter((name) => name.startsWith(prefix()))
    .map((name) => name.slice(prefix().length))
const sizeOf = (text: string) => new Blob([text]).size

function get(key: string): any {
  const text = localStorage.getItem(prefix() + key)
  return text === null ? undefined : JSON.parse(text).value
}

function set(key: string, value: unknown): void {
  const text = JSON.stringify({ value })
  if (sizeOf(text) > KEY_LIMIT) throw new Error('exceed storage item max length')
  const others = names().filter((name) => name !== key)
  const total = others.reduce((sum, name) => sum + sizeOf(localStorage.getItem(prefix() + name) ?? ''), 0)
  if (total + sizeOf(text) > TOTAL_LIMIT) throw new Error('exceed storage max size')
  localStorage.setItem(prefix() + key, text)
}

const remove = (key: string) => localStorage.removeItem(prefix() + key)

const clear = () => {
  for (const name of names()) remove(name)
}

const info = () => ({
  keys: names(),
  currentSize: Math.ceil(
    names().reduce((sum, name) => sum + sizeOf(localStorage.getItem(prefix() + name) ?? ''), 0) / 1024,
  ),
  limitSize: TOTAL_LIMIT / 1024,
})

const checkKey = (name: string, key: unknown) => {
  if (typeof key !== 'string')
    throw new Error(`${name}:fail parameter error: parameter.key should be String instead of ${typeof key}`)
}

export const storage = {
  getStorageSync: (key: string) => {
    checkKey('getStorageSync', key)
    return get(key) ?? ''
  },
  setStorageSync: (key: string, value: unknown) => {
    checkKey('setStorageSync', key)
    try {
      set(key, value)
    } catch (error) {
      throw new Error(`setStorageSync:fail ${(error as Error).message}`)
    }
  },
  removeStorageSync: remove,
  clearStorageSync: clear,
  getStorageInfoSync: info,
  batchGetStorageSync: (keys: string[]) => keys.map((key) => get(key) ?? ''),
  batchSetStorageSync: (list: { key: string; value: unknown }[]) => {
    for (const { key, value } of list) set(key, value)
  },
  ...apis({
    getStorage: ({ key }) => {
      const data = get(key)
      if (data === undefined) throw new Error('data not found')
      return { data }
    },
    setStorage: ({ key, data }) => set(key, data),
    removeStorage: ({ key }) => remove(key),
    clearStorage: clear,
    getStorageInfo: info,
  }),
}

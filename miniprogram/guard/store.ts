/** The phone's storage as the guard's tools use it: values by name, kept across restarts, written before the call returns. */
export type Store = {
  read(key: string): unknown
  write(key: string, value: unknown): void
  remove(key: string): void
}

/** WeChat's own storage (10 MB in all, 1 MB a value). */
export const phoneStore: Store = {
  read: (key) => wx.getStorageSync(key),
  write: (key, value) => wx.setStorageSync(key, value),
  remove: (key) => wx.removeStorageSync(key),
}

/**
 * The phone under a page in the tests: storage, navigation, network and the cloud as WeChat's `wx` offers them. Only this
 * boundary is made up; pages, services and rules above it are the real ones.
 */

type Reply = { ok: true; value: unknown } | { ok: false; code: string; details?: Record<string, string | number> }
/** What a cloud function answers: a reply, or one made from what it was asked. */
export type Answer = Reply | ((data: Record<string, any>) => Reply | Promise<Reply>)

export const ok = (value: unknown): Reply => ({ ok: true, value })
export const refused = (code: string, details?: Record<string, string | number>): Reply => ({
  ok: false,
  code,
  ...(details && { details }),
})

export class Phone {
  readonly storage = new Map<string, unknown>()
  readonly calls: { name: string; action: string; data: Record<string, any> }[] = []
  readonly addresses: string[] = []
  readonly titles: string[] = []
  readonly brightness: number[] = []
  /** Answers by "function.action". What is not in it fails like a line that is cut. */
  answers: Record<string, Answer> = {}
  online = true
  language = 'zh_CN'
  fontSize = 16
  /** What the next choice of a photo gives; null cancels. */
  photo: { tempFilePath: string; size: number } | null = { tempFilePath: 'wxfile://tmp_1.jpg', size: 1000 }
  uploads: string[] = []
  uploadFails = false
  readonly networkListeners = new Set<(status: { isConnected: boolean }) => void>()
  /** What the person answers to WeChat's question about notices; null: WeChat refuses to ask. */
  notices: 'accept' | 'reject' | null = 'accept'
  noticesAsked: string[][] = []
  downloads: string[] = []
  downloadStatus = 200
  files: string[] = []

  /** Puts this phone under everything loaded from here on. */
  install(): this {
    Object.assign(globalThis, { wx: this.api(), getApp: () => ({}) })
    return this
  }

  /** The network goes or comes, and pages that listen are told. */
  setOnline(online: boolean): void {
    this.online = online
    for (const listener of this.networkListeners) {
      listener({ isConnected: online })
    }
  }

  /** Calls of one action so far. */
  asked(name: string, action: string) {
    return this.calls.filter((call) => call.name === name && call.action === action)
  }

  private api() {
    const go = async ({ url }: { url: string }) => void this.addresses.push(url)
    const nothing = async () => {}
    return {
      ...this.storageApi(),
      ...this.cloudApi(),
      env: { USER_DATA_PATH: 'wxfile://usr' },
      canIUse: () => true,
      nextTick: (work: () => void) => void Promise.resolve().then(work),
      navigateTo: go,
      redirectTo: go,
      reLaunch: go,
      setNavigationBarTitle: ({ title }: { title: string }) => void this.titles.push(title),
      pageScrollTo: nothing,
      stopPullDownRefresh: nothing,
      getAppBaseInfo: () => ({ language: this.language, fontSizeSetting: this.fontSize, SDKVersion: '3.8.0' }),
      getWindowInfo: () => ({ pixelRatio: 2, windowWidth: 375, windowHeight: 667 }),
      getSystemInfoSync: () => ({ windowWidth: 375, SDKVersion: '3.8.0', platform: 'ios' }),
      getDeviceInfo: () => ({ platform: 'ios' }),
      getNetworkType: async ({ success }: { success?: (state: object) => void } = {}) => {
        const state = { networkType: this.online ? 'wifi' : 'none' }
        success?.(state)
        return state
      },
      getRandomValues: async ({ length }: { length: number }) => ({
        randomValues: Uint8Array.from({ length }, (_, index) => index + 1).buffer,
      }),
      getScreenBrightness: async () => ({ value: 0.4 }),
      setScreenBrightness: async ({ value }: { value: number }) => void this.brightness.push(value),
      setKeepScreenOn: nothing,
      setVisualEffectOnCapture: nothing,
      onNetworkStatusChange: (listener: (status: { isConnected: boolean }) => void) =>
        void this.networkListeners.add(listener),
      offNetworkStatusChange: (listener: (status: { isConnected: boolean }) => void) =>
        void this.networkListeners.delete(listener),
      onUserCaptureScreen: () => {},
      offUserCaptureScreen: () => {},
      vibrateShort: nothing,
      makePhoneCall: nothing,
      setClipboardData: nothing,
      previewImage: nothing,
      chooseMedia: async () => {
        if (!this.photo) {
          throw new Error('chooseMedia:fail cancel')
        }
        return { tempFiles: [this.photo] }
      },
      downloadFile: ({ url, success }: { url: string; success: (result: object) => void }) => {
        this.downloads.push(url)
        success({ statusCode: this.downloadStatus, tempFilePath: 'wxfile://tmp/1' })
      },
      getFileSystemManager: () => ({
        saveFile: ({ filePath, success }: { filePath: string; success: () => void }) => {
          this.files.push(filePath)
          success()
        },
      }),
      requestSubscribeMessage: async ({ tmplIds }: { tmplIds: string[] }) => {
        this.noticesAsked.push(tmplIds)
        if (this.notices === null) {
          throw new Error('requestSubscribeMessage:fail can only be invoked by user TAP gesture.')
        }
        return Object.fromEntries(tmplIds.map((id) => [id, this.notices]))
      },
      createSelectorQuery: () => emptyQuery(),
    }
  }

  private storageApi() {
    return {
      getStorageSync: (key: string) => this.storage.get(key) ?? '',
      setStorageSync: (key: string, value: unknown) =>
        void this.storage.set(key, JSON.parse(JSON.stringify(value ?? null))),
      removeStorageSync: (key: string) => void this.storage.delete(key),
      setStorage: async ({ key, data }: { key: string; data: unknown }) => void this.storage.set(key, data),
      getStorage: async ({ key }: { key: string }) => {
        if (!this.storage.has(key)) {
          throw new Error('getStorage:fail data not found')
        }
        return { data: this.storage.get(key) }
      },
    }
  }

  private cloudApi() {
    return {
      cloud: {
        callFunction: async ({ name, data: { action, ...data } }: { name: string; data: Record<string, any> }) => {
          this.calls.push({ name, action, data })
          const answer = this.answers[`${name}.${action}`]
          if (!this.online || !answer) {
            throw new Error('cloud.callFunction:fail')
          }
          return { result: typeof answer === 'function' ? await answer(data) : answer }
        },
        uploadFile: ({ cloudPath, success, fail }: any) => {
          this.uploads.push(cloudPath)
          setTimeout(() =>
            this.uploadFails ? fail(new Error('cut')) : success({ fileID: `cloud://env/${cloudPath}` }),
          )
          return { onProgressUpdate: (tell: (event: { progress: number }) => void) => tell({ progress: 40 }) }
        },
      },
    }
  }
}

// jsdom has no layout and no canvas: a query finds nothing, as on a page that is not rendered yet.
function emptyQuery(): any {
  const query: any = {}
  for (const name of ['in', 'select', 'selectAll', 'selectViewport', 'fields', 'boundingClientRect', 'node']) {
    query[name] = () => query
  }
  query.exec = (done?: (found: null[]) => void) => done?.([null, null])
  return query
}

/** A guard's phone: the harness's phone with a scanner, a loudspeaker, a motor, files and a network that comes and goes. */
import { Phone } from '../harness/phone'

export class GuardPhone extends Phone {
  /** What the scanner reads next; null is a guard who goes back. */
  readonly codes: (string | null)[] = []
  readonly played: string[] = []
  readonly shaken: string[] = []
  readonly bars: string[] = []
  readonly keptOn: boolean[] = []
  readonly files = new Map<string, ArrayBuffer>()
  private network: ((state: { isConnected: boolean }) => void)[] = []

  override install(): this {
    super.install()
    Object.assign((globalThis as any).wx, {
      scanCode: async () => this.readCode(),
      createInnerAudioContext: () => this.player(),
      setInnerAudioOption: () => undefined,
      vibrateShort: ({ type }: { type: string }) => void this.shaken.push(type),
      vibrateLong: () => void this.shaken.push('long'),
      setKeepScreenOn: ({ keepScreenOn }: { keepScreenOn: boolean }) => void this.keptOn.push(keepScreenOn),
      setNavigationBarColor: ({ backgroundColor }: { backgroundColor: string }) => void this.bars.push(backgroundColor),
      getNetworkType: ({ success }: { success?: (state: object) => void } = {}) => {
        const state = { networkType: this.online ? 'wifi' : 'none' }
        success?.(state)
        return Promise.resolve(state)
      },
      onNetworkStatusChange: (listener: (state: { isConnected: boolean }) => void) => void this.network.push(listener),
      getFileSystemManager: () => ({
        accessSync: (file: string) => {
          if (!this.files.has(file)) {
            throw new Error('accessSync:fail no such file')
          }
        },
        writeFileSync: (file: string, data: ArrayBuffer) => void this.files.set(file, data),
      }),
    })
    return this
  }

  /** The network comes or goes. */
  setOnline(online: boolean): void {
    this.online = online
    for (const listener of this.network) {
      listener({ isConnected: online })
    }
  }

  private readCode() {
    const code = this.codes.shift()
    if (code === null || code === undefined) {
      throw { errMsg: code === null ? 'scanCode:fail cancel' : 'scanCode:fail' }
    }
    return { result: code }
  }

  private player() {
    const player = { src: '', play: () => void this.played.push(player.src), stop: () => {}, destroy: () => {} }
    return player
  }
}

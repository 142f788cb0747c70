/** A reviewer's phone: the harness's phone that remembers what was zoomed, copied and said. */
import { Phone } from '../harness/phone'

export class StaffPhone extends Phone {
  readonly zoomed: { current: string; urls: string[] }[] = []
  readonly copied: string[] = []
  readonly toasts: string[] = []
  /** Who listens to a keyboard. */
  readonly keyListeners = new Set<(press: { key: string }) => void>()
  backs = 0

  override install(): this {
    super.install()
    Object.assign((globalThis as any).wx, {
      previewImage: (what: { current: string; urls: string[] }) => void this.zoomed.push(what),
      setClipboardData: ({ data }: { data: string }) => void this.copied.push(data),
      showToast: ({ title }: { title: string }) => void this.toasts.push(title),
      onKeyDown: (listener: (press: { key: string }) => void) => void this.keyListeners.add(listener),
      offKeyDown: (listener: (press: { key: string }) => void) => void this.keyListeners.delete(listener),
      navigateBack: () => {
        this.backs += 1
      },
    })
    return this
  }

  /** Somebody presses a key. */
  press(key: string): void {
    for (const listener of this.keyListeners) {
      listener({ key })
    }
  }
}

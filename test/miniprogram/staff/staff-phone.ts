/** A reviewer's phone: the harness's phone that remembers what was zoomed, copied and said. */
import { Phone } from '../harness/phone'

export class StaffPhone extends Phone {
  readonly zoomed: { current: string; urls: string[] }[] = []
  readonly copied: string[] = []
  readonly toasts: string[] = []
  backs = 0

  override install(): this {
    super.install()
    Object.assign((globalThis as any).wx, {
      previewImage: (what: { current: string; urls: string[] }) => void this.zoomed.push(what),
      setClipboardData: ({ data }: { data: string }) => void this.copied.push(data),
      showToast: ({ title }: { title: string }) => void this.toasts.push(title),
      navigateBack: () => {
        this.backs += 1
      },
    })
    return this
  }
}

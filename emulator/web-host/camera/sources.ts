// What a phone's camera can be pointed at: the screens of the other phones on the desk.

/** What a phone shows to others (window.phoneOnDesk). */
export interface PhoneOnDesk {
  photograph(scale?: number): Promise<HTMLCanvasElement>
}

export interface Subject {
  id: string
  label: string
  photograph(): Promise<HTMLCanvasElement>
}

/** Given by the desk to every phone: the others, with the names of their people (window.otherPhones). */
type OtherPhones = () => { id: string; label: string; window: Window & { phoneOnDesk?: PhoneOnDesk } }[]

/** The other phones on the desk; none when this phone is alone. */
export function subjects(): Subject[] {
  const others = (window as unknown as { otherPhones?: OtherPhones }).otherPhones?.() ?? []
  return others.map(({ id, label, window: other }) => ({
    id,
    label,
    photograph: () => {
      if (!other.phoneOnDesk) return Promise.reject(new Error('the phone is not ready'))
      return other.phoneOnDesk.photograph()
    },
  }))
}

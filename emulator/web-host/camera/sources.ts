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

/** A phone as the desk lists it (window.phonesOnDesk of the page around). */
export interface ListedPhone {
  id: string
  label: string
  window: Window & { phoneOnDesk?: PhoneOnDesk }
}

/** The other phones on the desk, the alumnus's first; none when this phone is alone. */
export function subjects(): Subject[] {
  const desk = window.parent as Window & { phonesOnDesk?: () => ListedPhone[] }
  const others = (desk.phonesOnDesk?.() ?? []).filter((listed) => listed.window !== window)
  return others.map(({ id, label, window: other }) => ({
    id,
    label,
    photograph: () => other.phoneOnDesk?.photograph() ?? Promise.reject(new Error('the phone is not ready')),
  }))
}

// The emulator's time. Date is replaced in the phone's window before the mini program loads, so the product needs no hook; the
// functions' workers do the same on their side. A phone may also run wrong by `skew`, for trying the gate's challenge mode.

const RealDate = Date
let offset = 0
let skew = 0

/** The emulated Date: real time + the emulator's offset + this phone's error. */
class PhoneDate extends RealDate {
  constructor(...values: any[]) {
    if (values.length === 0) super(PhoneDate.now())
    else super(...(values as [number]))
  }

  static override now(): number {
    return RealDate.now() + offset + skew
  }
}

/** Replaces Date in this window. `Date()` without `new` returns a string, as it must. */
export function installClock(): void {
  const callable = new Proxy(PhoneDate, { apply: () => new PhoneDate().toString() })
  globalThis.Date = callable as unknown as DateConstructor
}

/** The emulator's time, whatever this phone's own clock shows. */
export const emulatedNow = (): number => RealDate.now() + offset

/** Follows the emulator: `milliseconds` are added to this machine's time. */
export function setClockOffset(milliseconds: number): void {
  offset = milliseconds
}

/** How wrong this phone's own clock runs, in milliseconds. */
export function setClockSkew(milliseconds: number): void {
  skew = milliseconds
}

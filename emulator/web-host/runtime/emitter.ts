// A list of listeners, as behind every wx.onSomething / wx.offSomething.

export class Emitter<T> {
  private readonly listeners = new Set<(value: T) => void>()

  on(listener: (value: T) => void): void {
    this.listeners.add(listener)
  }

  /** Removes one listener, or all of them when none is given (as wx.off… does). */
  off(listener?: (value: T) => void): void {
    if (listener) this.listeners.delete(listener)
    else this.listeners.clear()
  }

  get size(): number {
    return this.listeners.size
  }

  emit(value: T): void {
    for (const listener of [...this.listeners]) listener(value)
  }
}

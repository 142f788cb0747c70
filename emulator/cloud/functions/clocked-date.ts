/**
 * Date as the emulator's clock tells it, for a function worker: only "now" differs from the real one.
 * Runs inside the worker, before the product's code is loaded.
 */

/** Replaces the global Date; returns how to change the offset (ms added to real time). */
export const installClockedDate = (initialOffset: number): ((offset: number) => void) => {
  const RealDate = Date
  let offset = initialOffset
  const now = () => RealDate.now() + offset
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, args, newTarget) => Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget),
    apply: (target) => new target(now()).toString(),
    get: (target, name, receiver) => (name === 'now' ? now : Reflect.get(target, name, receiver)),
  })
  RealDate.prototype.constructor = globalThis.Date
  return (next) => {
    offset = next
  }
}

/**
 * Failures on demand of the services outside the product, for tests of retries.
 *   error     the provider refuses
 *   timeout   no answer for as long as the client waits
 *   drop      the provider accepts (the message is recorded), then the connection breaks before the answer
 *   hold      the provider accepts (the message is recorded), and its answer does not come
 */
export const FAULT_TARGETS = ['sms', 'openapi', 'official'] as const
export const FAULT_KINDS = ['error', 'timeout', 'drop', 'hold'] as const
export type FaultTarget = (typeof FAULT_TARGETS)[number]
export type FaultKind = (typeof FAULT_KINDS)[number]
/** `code` replaces the provider's error code where one is answered. */
export type Fault = { kind: FaultKind; code?: string }

export class Faults {
  private readonly planned = new Map<FaultTarget, Fault[]>()

  /** The next `times` calls of the target fail this way; 0 takes all planned faults back. */
  plan(target: FaultTarget, fault: Fault, times: number): void {
    const faults = times === 0 ? [] : [...(this.planned.get(target) ?? []), ...Array<Fault>(times).fill(fault)]
    this.planned.set(target, faults)
  }

  /** The fault for the call being made now, which uses it up. */
  take(target: FaultTarget): Fault | undefined {
    return this.planned.get(target)?.shift()
  }

  /** How many are still planned. */
  left(): Record<FaultTarget, number> {
    const count = (target: FaultTarget) => this.planned.get(target)?.length ?? 0
    return { sms: count('sms'), openapi: count('openapi'), official: count('official') }
  }

  clear(): void {
    this.planned.clear()
  }
}

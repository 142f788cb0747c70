/**
 * Why staff may look somebody up by the number of their document. It stands in the audit log; the person sees that they were
 * looked up. Apart from the API, whose schemas the phone does not carry.
 */
export const lookUpReasons = ['holder_asks', 'registered_twice', 'office_asks'] as const
export type LookUpReason = (typeof lookUpReasons)[number]

/** The lists that a reviewer can look at. Apart from api.ts, whose schemas the phone does not carry. */
export const queueFilters = ['undecided', 'approve', 'return', 'reject', 'waiting'] as const
export type QueueFilter = (typeof queueFilters)[number]

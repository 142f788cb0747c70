/** Reasons in the order in which this reviewer uses them, most used first. Kept on the phone; holds no personal data. */
const KEY = 'reason-uses'

type Uses = Record<string, number>

const uses = (): Uses => (wx.getStorageSync(KEY) || {}) as Uses

/** Sorted by use; reasons that were never used keep their order. */
export function mostUsedFirst<Reason extends string>(question: string, reasons: readonly Reason[]): Reason[] {
  const counted = uses()
  const of = (reason: string) => counted[`${question}.${reason}`] ?? 0
  return [...reasons].sort((left, right) => of(right) - of(left))
}

/** Counts one use. */
export function noteReason(question: string, reason: string): void {
  const counted = uses()
  const name = `${question}.${reason}`
  wx.setStorageSync(KEY, { ...counted, [name]: (counted[name] ?? 0) + 1 })
}

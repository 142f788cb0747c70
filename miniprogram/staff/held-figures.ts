/** The last figures of each period, kept on the phone: with no network the page shows them with their age. No personal data. */
import type { Dashboard, DashboardPeriod } from '../lib/domain'

const keyOf = (period: DashboardPeriod) => `staff-figures-${period}`

/** The figures that were kept, or null. */
export function heldFigures(period: DashboardPeriod): Dashboard | null {
  const stored: unknown = wx.getStorageSync(keyOf(period))
  return isFigures(stored) ? stored : null
}

export function holdFigures(period: DashboardPeriod, figures: Dashboard): void {
  wx.setStorageSync(keyOf(period), figures)
}

function isFigures(value: unknown): value is Dashboard {
  return typeof value === 'object' && value !== null && 'queue' in value && 'refused' in value
}

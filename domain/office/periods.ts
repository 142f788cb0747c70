/** The periods of the figures to choose from, days, today included. Phones get them without the schema that asks for one. */
export const dashboardPeriods = [7, 30, 90, 365] as const
export type DashboardPeriod = (typeof dashboardPeriods)[number]

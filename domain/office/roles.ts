/** The roles of staff. */
export const roles = ['guard', 'reviewer', 'admin'] as const
export type Role = (typeof roles)[number]

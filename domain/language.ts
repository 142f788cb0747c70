/** The two languages of the product; every person carries one. */
export const languages = ['zh', 'en'] as const
export type Language = (typeof languages)[number]

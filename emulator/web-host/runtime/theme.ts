// Theme variables: "@name" in app.json and page JSON stands for a value of theme.json (WeChat, "DarkMode adaptation").
import { program } from './bundle'
import { phone } from './phone'

/** Whether the mini program follows the phone into dark mode at all. */
export const followsTheme = () => program.bundle.app.darkmode === true

/** The theme that the mini program sees. */
export const appTheme = () => (followsTheme() ? phone.theme : 'light')

/** The value of a setting that may be a theme variable. */
export function themed(value: string | undefined, fallback: string): string {
  if (!value) return fallback
  if (!value.startsWith('@')) return value
  return program.bundle.theme[appTheme()]?.[value.slice(1)] ?? fallback
}

// Style sheets of the mini program: a page's sheet counts only while its page is on top, and
// `@media (prefers-color-scheme)` follows the phone's theme, not the computer's.
import { program } from './bundle'
import { phone, phoneEvents } from './phone'

/** Conditions as the author wrote them, before they were replaced. */
const conditions = new WeakMap<CSSMediaRule, string>()

/** Adds a page's sheet to the document. */
export function pageSheet(path: string): HTMLStyleElement {
  const style = document.createElement('style')
  style.textContent = program.bundle.pageStyles[path] ?? ''
  document.head.append(style)
  if (style.sheet) applyTheme(style.sheet)
  return style
}

/** Makes every sheet follow the theme, now and whenever it changes. */
export function installTheme(): void {
  document.documentElement.dataset.theme = phone.theme
  const all = () => {
    for (const sheet of document.styleSheets) applyTheme(sheet)
  }
  all()
  phoneEvents.theme.on(all)
}

function applyTheme(sheet: CSSStyleSheet | CSSGroupingRule): void {
  for (const rule of sheet.cssRules) {
    if (rule instanceof CSSMediaRule) {
      const written = conditions.get(rule) ?? rule.media.mediaText
      if (written.includes('prefers-color-scheme')) {
        conditions.set(rule, written)
        rule.media.mediaText = written.replace(
          /\(\s*prefers-color-scheme\s*:\s*(dark|light)\s*\)/g,
          (_, theme: string) => (theme === phone.theme ? '(min-width: 0px)' : '(max-width: 0px)'),
        )
      }
    }
    if (rule instanceof CSSGroupingRule) applyTheme(rule)
  }
}

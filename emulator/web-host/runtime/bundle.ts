// What the build hands to the runtime: the default export of /app/app.js (written by build/scripts.ts).

export interface Bundle {
  app: Record<string, any>
  theme: Record<string, Record<string, string>>
  pages: string[]
  units: Record<string, Record<string, any>>
  /** Component path → class prefix. */
  scopes: Record<string, string>
  /** Page path → CSS. */
  pageStyles: Record<string, string>
  templates: () => Record<string, any>
  start: () => void
  scripts: Record<string, () => void>
}

/** The running mini program; set once by runtime/main.ts before anything reads it. */
export const program = { bundle: undefined as unknown as Bundle, app: {} as Record<string, any> }

/**
 * The draft of the form that is open: read when it is opened, kept whenever it is asked to, forgotten once it was handed in.
 * What is stored, and that the ID number is not, stands in services/draft.ts.
 */
import type { ApplicationForm } from '../../../lib/domain'
import { forgetDraft, keepDraft, readDraft } from '../../../services/draft'
import { blankForm } from './blank'

const KEEP_AFTER_MS = 600

/** What is on the screen. */
type Shown = { form: ApplicationForm; index: number }

export class OpenDraft {
  /** The form of the last visit, or null. */
  readonly before: ApplicationForm | null
  private timer = 0
  private isHandedIn = false

  /**
   * @param amends the application that is amended, '' for a new one
   * @param shown reads what is on the screen
   */
  constructor(
    private readonly amends: string,
    private readonly shown: () => Shown,
  ) {
    this.before = readDraft(amends)?.form ?? null
  }

  /** Keeps what was typed, unless nothing was, or it was handed in. */
  keep(): void {
    const { form, index } = this.shown()
    if (!this.isHandedIn && JSON.stringify(form) !== JSON.stringify(blankForm())) {
      keepDraft({ form, step: index, amends: this.amends })
    }
  }

  /** Keeps it once the typing pauses, so that a phone that dies loses a word at most. */
  keepSoon(): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.keep(), KEEP_AFTER_MS)
  }

  /** The page is left: keeps it now rather than soon. */
  close(): void {
    clearTimeout(this.timer)
    this.keep()
  }

  /** Forgets it; from here on nothing is kept. */
  forget(): void {
    this.isHandedIn = true
    forgetDraft()
  }
}

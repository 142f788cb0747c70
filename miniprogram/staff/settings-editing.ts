/**
 * The settings as one administrator edits them: what was read, what they made of it, what saving would change. A colleague who
 * saved meanwhile loses nothing, and neither do they (settings-draft.ts). Knows no wx.
 */
import type { OfficeReplies, PolicyName, Settings } from '../lib/domain'
import { office } from '../services/office'
import type { Reply } from '../services/request'
import { type Closure, closureKey, isCalendarChanged, isChanged, layOn, sorted } from './settings-draft'

type Change = OfficeReplies['previewSettings']

export class SettingsEditing {
  /** What the office had when it was read last; null before. */
  base: Settings | null = null
  /** What is on the screen. */
  mine!: Settings
  /** What saving would change in the calendar; null when nothing of it was touched. */
  change: Change | null = null
  private version = 0

  get isChanged(): boolean {
    return this.base !== null && isChanged(this.base, this.mine)
  }

  /** Reads what is stored; a colleague's changes come in, what was changed here stays on top. */
  async load(): Promise<Reply<OfficeReplies['readSettings']>> {
    const reply = await office('readSettings', {})
    if (reply.ok) {
      const { settings, version } = reply.value
      this.mine = this.base ? layOn(this.base, this.mine, settings) : settings
      this.base = settings
      this.version = version
    }
    return reply
  }

  edit(fields: Partial<Settings>): void {
    this.mine = { ...this.mine, ...fields }
  }

  /** Moves a policy by so much. */
  step(policy: PolicyName, by: number): void {
    this.edit({ [policy]: this.mine[policy] + by })
  }

  add(closure: Closure): void {
    this.edit({ closures: sorted([...this.mine.closures, closure]) })
  }

  /** Takes one off the calendar. @returns what it was */
  remove(key: string): Closure | null {
    const { closures } = this.mine
    this.edit({ closures: closures.filter((closure) => closureKey(closure) !== key) })
    return closures.find((closure) => closureKey(closure) === key) ?? null
  }

  /** Asks what saving would change; null when the calendar is as it was, and nothing has to be asked. */
  async preview(): Promise<Reply<Change> | null> {
    const { base, mine } = this
    this.change = null
    if (!base || !isCalendarChanged(base, mine)) {
      return null
    }
    const reply = await office('previewSettings', { calendar: { closures: mine.closures, cutOff: mine.cutOff } })
    this.change = reply.ok ? reply.value : null
    return reply
  }

  async save(): Promise<Reply<OfficeReplies['writeSettings']>> {
    const reply = await office('writeSettings', { settings: this.mine, version: this.version })
    if (reply.ok) {
      this.base = reply.value.settings
      this.mine = reply.value.settings
      this.version = reply.value.version
    }
    return reply
  }
}

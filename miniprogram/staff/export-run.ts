/**
 * Looks after exports that are being made: asks the office to write on, and waits a little when somebody else is writing or no
 * answer came. Closing the page ends only the asking; the office's timer finishes the work.
 */
import type { ExportView } from '../lib/domain'
import { office } from '../services/office'

const PATIENCE_MS = 2_000

export class ExportRun {
  private isOver = false

  /**
   * @param tell hears how far the export is
   * @param wait resolves after so many milliseconds
   */
  constructor(
    private readonly tell: (view: ExportView) => void,
    private readonly wait = (milliseconds: number) => new Promise<void>((done) => setTimeout(done, milliseconds)),
  ) {}

  stop(): void {
    this.isOver = true
  }

  /** Follows an export until it is made, is gone, or the page closes. */
  async follow(view: ExportView): Promise<void> {
    let known = view
    while (!this.isOver && known.state === 'running') {
      const reply = await office('runExport', { id: known.id })
      if (reply.ok) {
        const isStill = reply.value.export.written === known.written
        known = reply.value.export
        this.tell(known)
        if (!isStill || known.state !== 'running') {
          continue
        }
      } else if (reply.code === 'export_unknown' || reply.code === 'not_allowed') {
        return
      }
      await this.wait(PATIENCE_MS)
    }
  }
}

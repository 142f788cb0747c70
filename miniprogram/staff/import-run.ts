/**
 * Looks after an import while it runs: keeps the function working, and asks every second how far it is, whoever does the work.
 * Leaving the page ends only the asking; the import goes on. Source: product "Staff office".
 */
import type { ImportView } from '../lib/domain'
import { archive } from './archive'

type Told = Awaited<ReturnType<typeof archive<'read'>>>

const POLL_MS = 1000

export class ImportRun {
  private timer: ReturnType<typeof setTimeout> | null = null
  private generation = 0

  /** @param tell hears every answer about the import that is followed, until it is over */
  constructor(private readonly tell: (reply: Told) => void) {}

  /** Follows this one, and no other any more. */
  follow({ id, state }: ImportView): void {
    this.stop()
    if (state === 'running') {
      void this.work(id, this.generation)
      this.poll(id, this.generation)
    }
  }

  stop(): void {
    this.generation += 1
    if (this.timer !== null) {
      clearTimeout(this.timer)
      this.timer = null
    }
  }

  // While it is refused somebody else is at work, or the network is gone: the questions below tell.
  private async work(id: string, mine: number): Promise<void> {
    while (mine === this.generation) {
      const reply = await archive('run', { id })
      if (!reply.ok) {
        return
      }
      if (mine === this.generation) {
        this.learn(reply)
      }
    }
  }

  private poll(id: string, mine: number): void {
    this.timer = setTimeout(async () => {
      const reply = await archive('read', { id })
      if (mine !== this.generation) {
        return
      }
      this.learn(reply)
      if (mine === this.generation) {
        this.poll(id, mine)
      }
    }, POLL_MS)
  }

  private learn(reply: Told): void {
    if (reply.ok && reply.value.import.state !== 'running') {
      this.stop()
    }
    this.tell(reply)
  }
}

/** What an action of this function answers. */
import type { ArchiveReplies, archiveRefusals } from '../../domain/archive/api'
import type { Result } from '../../domain/result'

export type ArchiveRefusal = (typeof archiveRefusals)[number]
export type Answer<Action extends keyof ArchiveReplies> = Promise<Result<ArchiveReplies[Action], ArchiveRefusal>>

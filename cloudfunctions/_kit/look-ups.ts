/**
 * Looking somebody up by the number of their document: who did it and why stands in the audit log, without the number, and a
 * look-up that found somebody in what that person sees of who looked. Nothing is answered before both are written.
 */
import type { DocumentView } from '../../domain/registration/api'
import { recordAction } from './audit'
import type { AuditRecord } from './records'
import type { Call } from './serve'
import { AddElement, find, insert, type Stored, updateWhere } from './store'

/** Of one person there are a few: one a round at most. */
const MOST_OF_ONE = 100
const TAG_LENGTH = 16

/** What stands for a document in the log: the beginning of its keyed digest says nothing to who has no key. */
export const digestTag = (digest: string): string => digest.slice(0, TAG_LENGTH)

/**
 * Records a look-up.
 * @param subject what was found, by its key, or the digest's tag
 * @param found the digests that belong to somebody here
 */
export async function recordLookUp(
  call: Call,
  action: string,
  { subject, found, details }: { subject: string; found: readonly string[]; details: AuditRecord['details'] },
): Promise<void> {
  await recordAction({ insert }, call, action, subject, details)
  await Promise.all([...new Set(found)].map((digest) => noteView(digest, call)))
}

// In the application that was handed in last: the person sees it once, however often they applied.
async function noteView(digest: string, { now, staff }: Call): Promise<void> {
  const applications = await find('applications', { digest }, { limit: MOST_OF_ONE })
  const latest = applications.reduce<Stored<'applications'> | null>(
    (last, each) => (last && last.submittedAt >= each.submittedAt ? last : each),
    null,
  )
  if (latest) {
    const view: DocumentView = { at: now, role: staff?.role ?? 'reviewer', why: 'search' }
    await updateWhere('applications', { _id: latest._id }, { documentViews: new AddElement(view) })
  }
}

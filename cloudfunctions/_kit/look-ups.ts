/**
 * Looking somebody up by the number of their document: who did it and why stands in the audit log, without the number,
 * and a look-up that found somebody in what that person sees of who looked. Nothing is answered before both are
 * written.
 */
import type { AuditDetails } from '../../domain/office/audit-details'
import type { DocumentView } from '../../domain/registration/api'
import { recordAction } from './audit'
import { auditTools } from './audit-key'
import { oneOf } from './conditions'
import type { Call } from './serve'
import { AddElement, find, insert, type Stored, updateWhere } from './store'

type Application = Stored<'applications'>

/** Of one person there are a few: one a round at most. */
const MOST_OF_ONE = 100
const TAG_LENGTH = 16

/**
 * What stands for a document in the log, hashed under the log's own key: what stands there stays as it is, so nothing
 * in it may follow from the digest's key alone, which can be replaced.
 */
export function digestTag(digest: string): string {
  return auditTools.hmac(`alumni-ecard/document-tag/1\0${digest}`).slice(0, TAG_LENGTH)
}

/** Every application of the people whose identities these are. */
export function applicationsOf(digests: readonly string[]): Promise<Application[]> {
  return find('applications', { digest: oneOf(digests) }, { limit: MOST_OF_ONE })
}

/**
 * Records a look-up.
 * @param subject what was found, by its key, or the digest's tag
 * @param found the applications of whoever was found, all of them
 */
export async function recordLookUp(
  call: Call,
  action: string,
  { subject, found, details }: { subject: string; found: readonly Application[]; details: AuditDetails },
): Promise<void> {
  await Promise.all([recordAction({ insert }, call, action, subject, details), noteViews(latestOfEach(found), call)])
}

async function noteViews(ids: readonly string[], { now, staff }: Call): Promise<void> {
  if (ids.length > 0) {
    const view: DocumentView = { at: now, role: staff?.role ?? 'reviewer', why: 'search' }
    await updateWhere('applications', { _id: oneOf(ids) }, { documentViews: new AddElement(view) })
  }
}

// In the one that was handed in last: a person sees it once, however often they applied.
function latestOfEach(applications: readonly Application[]): string[] {
  const latest = new Map<string, Application>()
  for (const application of applications) {
    const known = latest.get(application.digest)
    if (!known || known.submittedAt < application.submittedAt) {
      latest.set(application.digest, application)
    }
  }
  return [...latest.values()].map(({ _id }) => _id)
}

/**
 * An export with ID numbers is a look at each of them: it is noted in the applications before their rows are written,
 * so that every person can see it. One update for a page; a page that is written again is noted once.
 */
import type { DocumentView } from '../../domain/registration/api'
import { oneOf, otherThan } from '../_kit/conditions'
import { AddElement, type Stored, updateWhere } from '../_kit/store'

export async function noteViews(
  { documents, createdAt, scope }: Stored<'exports'>,
  records: readonly unknown[],
): Promise<void> {
  if (!documents || records.length === 0) {
    return
  }
  const ids =
    scope.content === 'cards'
      ? (records as Stored<'cards'>[]).flatMap(({ application }) => application ?? [])
      : (records as Stored<'applications'>[]).map(({ _id }) => _id)
  // Exports with ID numbers are the administrators' (domain/office/exports).
  const view: DocumentView = { at: createdAt, role: 'admin', why: 'export' }
  // A number that was shredded is in no file.
  await updateWhere(
    'applications',
    { _id: oneOf(ids), documentSealed: otherThan(null) },
    { documentViews: new AddElement(view) },
  )
}

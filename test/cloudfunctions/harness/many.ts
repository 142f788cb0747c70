/** Thousands of applications without thousands of forms: one that was handed in and decided, copied. */
import type { Database } from '../../../emulator/cloud/engine/database'
import { functionKeys } from './keys'
import { person } from './people'

const AT_ONCE = 500

/**
 * Copies an application and its claims, so that there are `count`; what closing reads of each is as if it was handed
 * in.
 */
export async function multiplyApplication(database: Database, id: string, count: number): Promise<void> {
  // Sealed fields are sealed for the record that they stand in, with the functions' own keys.
  Object.assign(process.env, functionKeys)
  const { sealIdentity } = await import('../../../cloudfunctions/_kit/sealed-fields')
  const { form } = person(1)
  const model = database.findById('applications', id) as any
  const claim = database.findById('claims', `account:${model.openid}`) as any
  for (let from = 1; from < count; from += AT_ONCE) {
    const suffixes = Array.from({ length: Math.min(AT_ONCE, count - from) }, (_, n) =>
      String(from + n).padStart(6, '0'),
    )
    const copies = suffixes.map((suffix) => {
      const copy = `${id.slice(0, -6)}${suffix}`
      return {
        ...model,
        ...sealIdentity(copy, form.document, form.phone),
        _id: copy,
        openid: `${model.openid}-${suffix}`,
        digest: model.digest.slice(0, -6) + suffix,
        position: `${model.position}-${suffix}`,
      }
    })
    await database.insert('applications', copies)
    const claims = copies.flatMap(({ _id: application, openid, digest }) => [
      { ...claim, _id: `account:${openid}`, application, openid },
      { ...claim, _id: `document:${digest}`, application, openid },
    ])
    await database.insert('claims', claims)
  }
}

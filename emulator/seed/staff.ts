/**
 * Gives the demonstration its staff the way a university would: the bootstrap code makes the first admin, invitations make
 * the others. Everything goes through the functions; nothing is written into the store behind their backs.
 */
import type { OfficeReplies } from '../../domain/office/api'
import type { Result } from '../../domain/result'
import { people } from './people'

/** Calls a cloud function as a person. */
export type Call = (openid: string, name: string, data: object) => Promise<unknown>

/** Sets the office up when nobody is staff yet; harmless when it is. */
export async function seedStaff(call: Call, bootstrapCode: string): Promise<void> {
  const admin = people.find((person) => person.role === 'admin')
  if (!admin) {
    throw new Error('The demonstration has no admin.')
  }
  const office = <T>(openid: string, data: object) => call(openid, 'office', data) as Promise<Result<T, string>>
  const first = await office(admin.openid, { action: 'bootstrap', code: bootstrapCode, name: admin.name })
  if (!first.ok) {
    return
  }
  for (const person of people) {
    if (person.role === 'reviewer' || person.role === 'guard') {
      const invitation = { action: 'invite', role: person.role, name: person.name }
      const invited = await office<OfficeReplies['invite']>(admin.openid, invitation)
      if (invited.ok) {
        await office(person.openid, { action: 'join', code: invited.value.code })
      }
    }
  }
}

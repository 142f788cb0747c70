/** What an action of the wire is: a named request in, `data` (and top-level extras) out. Shared by all action tables. */
import { invalidParameter } from '../errors'

export type ActionRequest = Record<string, unknown>
export type ActionContext = {
  /** Whose request it is: the session token the SDK was started with. */
  session: string
  /** When the client says it sent the request (its own clock, ms). */
  sentAt: number | undefined
}
export type ActionReply = { data?: unknown; transactionId?: string }
export type Action = (request: ActionRequest, context: ActionContext) => ActionReply | Promise<ActionReply>
export type Actions = Record<string, Action>

/** A required string of the request. */
export const text = (request: ActionRequest, name: string): string => {
  const value = request[name]
  if (typeof value !== 'string' || value === '') throw invalidParameter(`${name} is required`)
  return value
}

/** A whole number of the request, or `otherwise` when it was not sent. */
export const count = (request: ActionRequest, name: string, otherwise: number): number => {
  const value = request[name]
  if (value === undefined || value === null) return otherwise
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0) {
    throw invalidParameter(`${name} must be a whole number`)
  }
  return value
}

/** What actions are: their invocation, who may call them, what they answer. The road to them: serve.ts. */
import type * as v from 'valibot'
import type { Access } from '../../domain/office/access'
import type { Role } from '../../domain/office/api'
import type { Result } from '../../domain/result'
import type { Instant } from '../../domain/time/shanghai'
import type { CollectionName } from './records'
import type { StaffRecord } from './records/office'
import type { Stored } from './store'

/** What an action knows about its invocation. */
export type Call = {
  openid: string
  /**
   * Names the person across the university's WeChat accounts; '' when those are not under one Open Platform account.
   */
  unionid: string
  now: Instant
  /** The caller's staff record; null when they are not staff or the action is open to anyone. */
  staff: StaffRecord | null
}

/** `platform`: timers and other functions; staff who review may call it, too. */
export type ActionAccess = Access | 'platform'

export type Answer = Result<unknown, string>

type PlainAction<Input> = {
  access: ActionAccess
  /**
   * Stays open for a while to those who had the role: what their phone did in it is not lost (domain/office/members).
   */
  afterRemoval?: true
  handle: (input: Input, call: Call) => Promise<Answer>
}

/**
 * For staff, when every request to the database counts: it names a record that is read together with the caller's role.
 */
type PreparedAction<Input> = {
  access: Role
  prepare: (input: Input, call: Omit<Call, 'staff'>) => Prepared
}

export type Action<Request extends v.GenericSchema> = { request: Request } & (
  | PlainAction<v.InferOutput<Request>>
  | PreparedAction<v.InferOutput<Request>>
)

/** An action whose types are no longer known: its schema has accepted what it is given. */
export type AnyAction = { request: v.GenericSchema } & (PlainAction<never> | PreparedAction<never>)

/** What {@link reading} makes. */
export type Prepared = {
  from: CollectionName
  /** Null: no record is needed. */
  id: string | null
  /** Called when the caller's role allows the action. */
  answer: (record: never) => Promise<Answer>
}

/** A prepared action: the record that it needs and what it answers with it, or with null when there is none. */
export function reading<Name extends CollectionName>(
  from: Name,
  id: string | null,
  answer: (record: Stored<Name> | null) => Promise<Answer>,
): Prepared {
  return { from, id, answer }
}

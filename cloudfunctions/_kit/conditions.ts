/** Conditions of reads and of conditional writes, and the indexes that may serve them. */

import { database } from './cloudbase'
import { collections } from './collections'
import type { CollectionName, Records } from './records'

type Operator = 'gt' | 'gte' | 'lt' | 'lte' | 'in' | 'neq'

/** A comparison other than equality. */
export class Comparison {
  constructor(
    readonly operator: Operator,
    readonly operand: unknown,
  ) {}
}

export const above = (value: string | number) => new Comparison('gt', value)
export const below = (value: string | number) => new Comparison('lt', value)
export const atMost = (value: string | number) => new Comparison('lte', value)
export const atLeast = (value: string | number) => new Comparison('gte', value)
export const oneOf = (values: readonly (string | number)[]) => new Comparison('in', values)

export const otherThan = (value: string | null) => new Comparison('neq', value)

/** From `from` to `to`, both included. */
export class Between {
  constructor(
    readonly from: string | number,
    readonly to: string | number,
  ) {}
}

export const between = <T extends string | number>(from: T, to: T) => new Between(from, to)

/** Later than one instant, and not at another. */
export class LaterExcept {
  constructor(
    readonly after: number,
    readonly except: number,
  ) {}
}

export const laterExcept = (after: number, except: number) => new LaterExcept(after, except)

/** Texts with this beginning. */
export const startingWith = (prefix: string) => new Between(prefix, `${prefix}\uffff`)

/** A dotted path into a nested field. */
export type Nested<Name extends CollectionName> = `${Extract<keyof Records[Name], string>}.${string}`

/** Fields (dotted for nested ones) and what they must be. */
export type Where<Name extends CollectionName> = {
  [Field in keyof Records[Name]]?: Records[Name][Field] | Comparison | Between | LaterExcept
} & { [Field in Nested<Name>]?: string | number | Comparison } & { _id?: string | Comparison | Between }

/** The SDK's form of a condition. */
export function toQuery(where: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(where).map(([field, value]) => [field, toCommand(value)]))
}

function toCommand(value: unknown): unknown {
  const { command } = database
  if (value instanceof Between) {
    return command.gte(value.from).and(command.lte(value.to))
  }
  if (value instanceof LaterExcept) {
    return command.gt(value.after).and(command.neq(value.except))
  }
  return value instanceof Comparison ? command[value.operator](value.operand) : value
}

/**
 * True when an index of the collection serves the read: its first keys are constrained by `where`, and the key after
 * them is the order. Further fields of `where` only filter what the index finds.
 */
export function isIndexed(name: CollectionName, where: object, order?: string): boolean {
  const indexes = collections.find((collection) => collection.name === name)?.indexes ?? []
  const constrained = Object.keys(where)
  return indexes.some(({ keys }) => {
    const fields = keys.map((key) => key.field)
    const free = fields.findIndex((field) => !constrained.includes(field) || field === order)
    const prefix = free < 0 ? fields.length : free
    return order ? fields[prefix] === order : prefix > 0
  })
}

/**
 * The policies that are a number: what it counts, its bounds, and the value at first. The settings' schema, the settings page
 * and the defaults of records that are older than a policy all follow from this table; a new policy is a line here and its
 * words in both languages (miniprogram/staff/words/settings-*.ts). Source: product, values marked "Policy".
 */
import { MOST_COMPANIONS } from '../gate/journal'
import { university } from '../university'

export type PolicyUnit = 'years' | 'days' | 'hours' | 'minutes' | 'people' | 'visits'

export type Policy = { unit: PolicyUnit; least: number; most: number; usual: number }

export const policies = {
  /** How long a card is valid, from activation; a renewal adds as much. */
  validityYears: { unit: 'years', least: 1, most: 10, usual: university.card.validityYears },
  /** From how many days before its last one a card can be renewed; afterwards it always can. */
  renewalWindowDays: { unit: 'days', least: 1, most: 180, usual: 60 },
  /** The age from which a guard's list makes green amber. */
  maxListAgeHours: { unit: 'hours', least: 1, most: 168, usual: 24 },
  /** How many people may enter together with a holder. */
  companions: { unit: 'people', least: 0, most: MOST_COMPANIONS, usual: 0 },
  /** How many days ahead somebody may ask for entry as a visitor. */
  visitDaysAhead: { unit: 'days', least: 0, most: 60, usual: 14 },
  /** Visits of one person a calendar month. */
  visitsPerMonth: { unit: 'visits', least: 1, most: 31, usual: 2 },
  /** How many of them are approved by rule; staff decide about the rest. */
  visitsByRule: { unit: 'visits', least: 0, most: 31, usual: 2 },
  /** Minutes after closing by which a visitor must be scanned leaving; 0: gates scan nobody who leaves. */
  visitLeavingMinutes: { unit: 'minutes', least: 0, most: 240, usual: 0 },
  /** How long after the decision document number and proof photo are shredded (domain/privacy/retention). */
  shredDays: { unit: 'days', least: 7, most: 365, usual: 30 },
  /** How long a person may take back that their data are to be deleted. */
  deletionDays: { unit: 'days', least: 0, most: 7, usual: 3 },
} as const satisfies Record<string, Policy>

export type PolicyName = keyof typeof policies
export type Policies = Record<PolicyName, number>

export const policyNames = Object.keys(policies) as PolicyName[]

/** One value for each policy, made from the policy. */
export function eachPolicy<Value>(make: (policy: Policy, name: PolicyName) => Value): Record<PolicyName, Value> {
  const values = policyNames.map((name) => [name, make(policies[name], name)])
  return Object.fromEntries(values) as Record<PolicyName, Value>
}

/** The policies as they stand: what is stored, else the value at first. */
export function policiesOf(stored: Partial<Policies>): Policies {
  return eachPolicy(({ usual }, name) => stored[name] ?? usual)
}

/** The plan and its progress in words. Names only: no value of a variable is ever part of a line. */
import type { Plan, Step } from './plan'

/** One line for a step. */
export function describe(step: Step): string {
  switch (step.do) {
    case 'create collection':
      return `create collection ${step.collection}`
    case 'close collection':
      return `close collection ${step.collection} to phones (${step.from || 'new'} → ${step.to})`
    case 'create index':
    case 'replace index':
      return `${step.do} ${step.index.name} of ${step.collection} (${step.index.keys.map(({ field }) => field).join(', ')})`
    case 'close storage':
      return `set the storage to ${step.to} (${step.from || 'unset'} → ${step.to})`
    case 'create function':
      return `create function ${step.name} with ${Object.keys(step.as.variables).length} variables`
    case 'configure function':
      return `configure function ${step.name}: ${step.because.join(', ')}`
    case 'upload code':
      return `upload the code of ${step.name}`
    case 'permit openapi':
      return `permit ${step.name} to call ${step.openapi.join(', ') || 'nothing'} of WeChat`
    case 'create timer':
    case 'replace timer':
      return `${step.do} ${step.timer.name} of ${step.name} (${step.timer.cron})`
    case 'open http':
      return 'open the HTTPS address of the environment'
    case 'create route':
      return `lead ${step.path} to ${step.name}`
    case 'upload mini program':
      return 'upload the mini program as a development version'
  }
}

/** The whole plan, a line each. */
export function describePlan({ steps, unchanged, unknown, conflicts }: Plan): string[] {
  return [
    ...steps.map((step, index) => `${String(index + 1).padStart(4)}  ${describe(step)}`),
    steps.length === 0 ? 'Nothing to do.' : `${steps.length} steps.`,
    `${unchanged} things are as they should be.`,
    ...(unknown.length === 0 ? [] : [`Not ours, left alone: ${unknown.join('; ')}.`]),
    ...conflicts.map((sentence) => `✗ ${sentence}`),
  ]
}

const SHORTEST_SECRET = 6
const HIDDEN = '•••'

/** Takes every secret out of a text, for what others wrote: answers of the platform may repeat what was sent. */
export function redactor(secrets: Readonly<Record<string, string>>): (text: string) => string {
  const values = Object.values(secrets)
    .flatMap((value) => [value, JSON.stringify(value).slice(1, -1)])
    .filter((value) => value.length >= SHORTEST_SECRET)
    .sort((one, other) => other.length - one.length)
  return (text) => values.reduce((clean, value) => clean.replaceAll(value, HIDDEN), text)
}

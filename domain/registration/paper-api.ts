/** What the registration function is asked and answers about paper forms: reviewers. */
import * as v from 'valibot'
import { languages } from '../language'
import type { Day, Instant } from '../time/shanghai'
import { formSchema } from './form-schema'

export const paperRefusals = [
  'signed_on_invalid', // the day on the paper is to come, or over a year ago
  'person_has_card', // the person on the paper has a card
  'person_has_applied', // an application with this document is under way
] as const

export const paperRequests = {
  /** Entering a form whose application was returned amends it. */
  enterPaper: v.strictObject({
    form: formSchema,
    signedOn: v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/)),
    language: v.picklist(languages),
  }),
} as const

export type PaperReplies = {
  /** `amended`: it had been returned and waits anew. */
  enterPaper: { id: string; documentMasked: string; round: Day; cutOff: Instant; amended: boolean }
}

/**
 * The steps of the form, one thing each, and what is wrong in each of them. Errors come from the rules that the cloud function
 * runs again (domain/registration/form.ts), so a form that passes here passes there.
 */
import {
  type ApplicationForm,
  checkContact,
  checkDocument,
  checkNames,
  checkPhotos,
  checkStudies,
  type Day,
  type Document,
  type FieldErrors,
} from '../../../lib/domain'

export const steps = ['identity', 'contact', 'studies', 'photos', 'check'] as const
export type Step = (typeof steps)[number]

/**
 * What is wrong in a step.
 * @param registered the document of the application that is amended, whose number may stay empty; null for a new one
 * @param needsProof false when the archive knows the person (proof-question.ts)
 */
export function errorsOf(
  step: Step,
  form: ApplicationForm,
  today: Day,
  registered: Document | null,
  needsProof = true,
): FieldErrors {
  switch (step) {
    case 'identity':
      return { ...documentErrors(form.document, today, registered), ...checkNames(form) }
    case 'contact':
      return checkContact(form)
    case 'studies':
      return checkStudies(form.studies, today)
    case 'photos':
      return checkPhotos(form, needsProof)
    default:
      return {}
  }
}

/** The first step that has something wrong, or null when the form can be handed in. */
export function firstWrongStep(
  form: ApplicationForm,
  today: Day,
  registered: Document | null,
  needsProof = true,
): Step | null {
  const isWrong = (step: Step) => Object.keys(errorsOf(step, form, today, registered, needsProof)).length > 0
  return steps.find(isWrong) ?? null
}

/** True when the number may stay empty because the registered one is kept. */
export function keepsNumber(document: Document, registered: Document | null): boolean {
  return (
    registered !== null &&
    document.number.trim() === '' &&
    document.type === registered.type &&
    document.country === registered.country
  )
}

function documentErrors(document: Document, today: Day, registered: Document | null): FieldErrors {
  return keepsNumber(document, registered) ? {} : checkDocument(document, today)
}

/** The step in which a field stands, by its path. */
export function stepOf(path: string): Step {
  if (path.startsWith('studies')) {
    return 'studies'
  }
  if (path === 'portrait' || path === 'proof') {
    return 'photos'
  }
  return path === 'phone' || path === 'email' ? 'contact' : 'identity'
}

/** The first step named by the errors of a refused form. */
export function firstStepOf(errors: FieldErrors): Step {
  const wrong = new Set(Object.keys(errors).map(stepOf))
  return steps.find((step) => wrong.has(step)) ?? 'identity'
}

/** The errors of those fields that were left already: nobody is corrected while typing. */
export function errorsOfLeft(errors: FieldErrors, left: ReadonlySet<string>): FieldErrors {
  return Object.fromEntries(Object.entries(errors).filter(([path]) => left.has(path)))
}

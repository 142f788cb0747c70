/** A phone whose owner agreed to the texts and opens the registration form on a Tuesday; the way to its last step. */
import { university } from '../../../../domain/university'
import { ok, Phone } from '../../harness/phone'
import type { Rendered } from '../../harness/render'
import { form, status, tuesday } from '../../harness/samples'

export const PAGE = 'alumni/pages/form/form'
export const TIMELINE = '/alumni/pages/timeline/timeline'

/** Installs it, with its clock. Whoever calls it restores the mocks. */
export function phoneWithConsent(): Phone {
  jest.spyOn(Date, 'now').mockReturnValue(tuesday)
  const phone = new Phone().install()
  phone.storage.set('consent', university.consent)
  phone.answers = { 'registration.status': ok(status()), 'registration.announcePhoto': ok(null) }
  return phone
}

/** Everything that stands in the phone's storage. */
export const written = (phone: Phone) => JSON.stringify([...phone.storage.values()])

/** Goes on, so many steps. */
export async function goOn(page: Rendered, steps: number) {
  for (let step = 0; step < steps; step += 1) {
    await page.tap('下一步')
  }
}

/** Fills in everything and goes to the last step. */
export async function toTheEnd(page: Rendered) {
  page.page.setData({ form })
  await goOn(page, 4)
}

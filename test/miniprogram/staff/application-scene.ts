/**
 * A reviewer's phone with an application on the screen, and the office that answers it. `phone`, `office` and `page` are those of the
 * moment: whoever imports them sees each new beginning.
 */
import { openPage, type Rendered } from '../harness/render'
import { ReviewOffice } from './office'
import { StaffPhone } from './staff-phone'

export const FIRST = 'app-00000001'
export let phone: StaffPhone
export let office: ReviewOffice
export let page: Rendered

/** Opens one of `count` applications; `prepare` changes what the office knows before. */
export async function open(count = 3, id = FIRST, prepare: (office: ReviewOffice) => void = () => {}) {
  phone = new StaffPhone().install()
  office = new ReviewOffice(count)
  prepare(office)
  phone.answers = office.answers()
  await reopen(id)
}

/** Opens the page again on the same phone. */
export async function reopen(id = FIRST): Promise<void> {
  page = await openPage('staff/pages/application/application', { id })
}

export const shownId = () => page.page.data.view?.id as string | undefined

/** Taps the button of the bar, not the sheet's of the same name. */
export async function press(method: 'onApprove' | 'onReturn' | 'onReject') {
  page.page[method]()
  await page.settle()
}

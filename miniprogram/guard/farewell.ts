/**
 * When the role of this phone's owner has ended: keys, points, policy, status list and shift leave the phone. The journal stays
 * until it is delivered, which the office accepts for a day more (domain/office/members.ts); the highest sequence stays, so that
 * no older list is ever taken here.
 */

import { forgetList } from './held-list'
import { type Deliver, Journal } from './journal'
import { forgetOfficeData } from './office-data'
import { endShift } from './shift'
import type { Store } from './store'

/** Removes what came from the office, and the shift. */
export function forgetOffice(store: Store): void {
  forgetOfficeData(store)
  forgetList(store)
  endShift(store)
}

/** Removes it and delivers what still waits; what cannot leave now is tried again when the page opens the next time. */
export async function leaveDuty(store: Store, deliver: Deliver): Promise<void> {
  forgetOffice(store)
  await new Journal(store).send(deliver).catch(() => undefined)
}

/**
 * A guard's phone on the scanning page, as every file about it begins: on duty at the east gate, which is always open, with an office
 * that lets everybody in. `phone`, `page` and `serial` are those of the moment: whoever imports them sees each new beginning.
 */
import type { VerdictCode } from '../../../miniprogram/lib/domain'
import { ok } from '../harness/phone'
import { openPage, type Rendered } from '../harness/render'
import { GuardPhone } from './guard-phone'
import { officeOf, opened } from './lists'
import { eastGate, phoneOf, zhang, zhangShown } from './passes'

export const alwaysOpen = { ...eastGate, opens: '00:00', closes: '00:00' }

export let phone: GuardPhone
export let page: Rendered
export let serial = 100

/** A holder that this gate has not seen; `changed` makes a visitor of them. */
export function somebody(changed: Partial<typeof zhang> = {}) {
  serial += 1
  return phoneOf({ ...zhang, serial, ...changed })
}

export const says = (verdict: VerdictCode) =>
  ok({ now: Date.now(), verdict, holder: verdict === 'forged' ? null : zhangShown })

/** A new phone, with this in its storage besides the office and the shift. */
export async function start(storage: Record<string, unknown> = {}): Promise<void> {
  phone = new GuardPhone().install()
  phone.answers = {
    'gate.open': ok(opened(Date.now(), { points: [alwaysOpen] })),
    'gate.list': ok({ now: Date.now(), update: null }),
    'gate.check': () => says('admitted'),
    'gate.record': ({ scans }) => ok({ stored: scans.length }),
  }
  const office = officeOf(Date.now(), { points: [alwaysOpen] })
  const shift = { point: eastGate.id, startedAt: Date.now(), count: 0, recent: [] }
  for (const [key, value] of Object.entries({ 'guard.office': office, 'guard.shift': shift, ...storage })) {
    phone.storage.set(key, value)
  }
  await reopen()
}

/** Opens the page again on the same phone. */
export async function reopen(): Promise<void> {
  page = await openPage('guard/pages/scan/scan')
}

export function leave(): void {
  page.page.onUnload()
  page.detach()
}

export async function scan(text: string): Promise<void> {
  phone.codes.push(text)
  await page.page.onScan()
  await page.settle()
}

export const mode = () => page.page.data.mode as string
export const lastSound = () => phone.played.at(-1) ?? ''

/** A verdict as the page is told to show it. */
export const shownAs = (name: VerdictCode, colour: string, returnsAfter: number | null) => ({
  id: 'a'.repeat(32),
  at: Date.now(),
  outcome: {
    verdict: name,
    holder: zhangShown,
    online: true,
    silence: null,
    answering: false,
    serial: 1,
    step: 1,
    drift: 0,
  },
  face: { name, colour, shape: 'tick', asksNumber: false, returnsAfter },
  numberStillOpen: false,
  companions: 0,
})

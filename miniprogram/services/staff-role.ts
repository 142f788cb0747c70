/**
 * Whether this WeChat account is staff: asked once while the mini program runs, and the last answer is kept so that a guard
 * finds the way in with no network. It only shows or hides an entrance; the functions decide (domain/office/access.ts).
 */
import type { Role } from '../lib/domain'
import { office } from './office'

const KEY = 'staff-role'
let asked: Promise<Role | null> | null = null

/** The role that was known last, or null. */
export function knownRole(): Role | null {
  const stored: unknown = wx.getStorageSync(KEY)
  return stored === 'guard' || stored === 'reviewer' || stored === 'admin' ? stored : null
}

/** The role as the server says it; the known one when it cannot be asked. */
export function staffRole(): Promise<Role | null> {
  asked ??= ask()
  return asked
}

/** Asks again the next time: after somebody joined. */
export function forgetRole(): void {
  asked = null
}

async function ask(): Promise<Role | null> {
  const reply = await office('me', {})
  if (!reply.ok) {
    asked = null
    return knownRole()
  }
  const role = reply.value.staff?.role ?? null
  wx.setStorageSync(KEY, role ?? '')
  return role
}

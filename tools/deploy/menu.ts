/**
 * The official account's menu is shown, and with `--apply` published, by its own command (tools/menu.mjs), which merges it with
 * the menu that exists. Only where the account's keys are given; without them nothing is asked.
 */
import type { Secrets } from './secrets'

export type MenuCall = { arguments: string[]; environment: Record<string, string> }

/** How the command is to be called; null when there is no official account. */
export function menuCall(secrets: Secrets, appid: string, apply: boolean): MenuCall | null {
  const { OFFICIAL_APP_ID, OFFICIAL_APP_SECRET } = secrets
  if (!OFFICIAL_APP_ID || !OFFICIAL_APP_SECRET) {
    return null
  }
  return {
    arguments: ['tools/menu.mjs', ...(apply ? ['--publish'] : [])],
    environment: { OFFICIAL_APP_ID, OFFICIAL_APP_SECRET, MINI_PROGRAM_APP_ID: appid },
  }
}

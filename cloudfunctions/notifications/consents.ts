/**
 * Consents to subscribe messages: one tap in WeChat's dialog is one message of that template. A phone that claims more
 * than there are gains nothing: WeChat counts for itself and refuses, and the message goes by SMS.
 */

import type { NotificationsInput } from '../../domain/notifications/api'
import { type SubscribeTemplate, wayOf } from '../../domain/notifications/channels'
import { ok } from '../../domain/result'
import type { Instant } from '../../domain/time/shanghai'
import { below } from '../_kit/conditions'
import type { Call } from '../_kit/serve'
import { Increase, insert, updateWhere } from '../_kit/store'
import { Duplicate } from '../_kit/store-errors'
import type { Answer } from './answer'
import type { Opened } from './deliver'

/** More of one template than anybody needs. */
const MOST_LEFT = 5

/** Key of a consent. */
export const consentKey = (template: SubscribeTemplate, openid: string) => `${template}:${openid}`

export async function agree({ templates }: NotificationsInput<'agree'>, { openid, now }: Call): Answer<'agree'> {
  for (const template of new Set(templates)) {
    await addConsent(template, openid, now)
  }
  return ok({})
}

/** Counts one consent. */
export async function addConsent(template: SubscribeTemplate, openid: string, now: Instant): Promise<void> {
  const key = consentKey(template, openid)
  try {
    await insert('consents', key, { left: 1, at: now })
  } catch (error) {
    if (!(error instanceof Duplicate)) {
      throw error
    }
    await updateWhere('consents', { _id: key, left: below(MOST_LEFT) }, { left: new Increase(1), at: now })
  }
}

/** WeChat knows of none for this message's template: neither do we. */
export async function forgetConsents({ event, openid }: Pick<Opened, 'event' | 'openid'>): Promise<void> {
  const { template } = wayOf(event)
  if (template) {
    await updateWhere('consents', { _id: consentKey(template, openid) }, { left: 0 })
  }
}

/** Messages in plain words: which, to whom, why it did not arrive, and what can be done. */
import { sayMoment } from '../../i18n/dates'
import { fill } from '../../i18n/fill'
import type { Instant, Language, MessageView, NotificationsReplies } from '../../lib/domain'
import { words } from '../words'

type Page = NotificationsReplies['messages']

/** One message. */
export function messageView(message: MessageView, language: Language, now: Instant) {
  const { messages: t } = words[language]
  const { failure } = message
  const tried = message.attempts > 1 ? [fill(t.attempts, { count: message.attempts })] : []
  const facts = [message.phoneMasked || t.noPhone, t.channels[message.channel], ...tried]
  return {
    id: message.id,
    title: t.events[message.event],
    moment: sayMoment(message.writtenAt, language, now),
    facts: facts.join(' · '),
    state: t.states[message.state],
    why: message.state === 'failed' && failure ? t.failures[failure.kind] : '',
    // What an administrator looks up at the provider; for the others the sentence says it all.
    code: failure && ['provider', 'text_refused'].includes(failure.kind) ? fill(t.code, { code: failure.code }) : '',
    failed: message.state === 'failed',
    label: `${t.resend}: ${t.events[message.event]}, ${message.phoneMasked || t.noPhone}`,
    canResend: message.canResend,
  }
}

export type MessageRow = ReturnType<typeof messageView>

/** How many in which state; what needs somebody stands out. */
export function countViews(counts: Page['counts'], language: Language) {
  const { counts: names } = words[language].messages
  const tone = { underway: '', sent: '', failed: 'bad', uncertain: 'warn' } as const
  return (['underway', 'sent', 'failed', 'uncertain'] as const).map((id) => ({
    id,
    name: names[id],
    count: counts[id],
    tone: counts[id] > 0 ? tone[id] : '',
  }))
}

/** Failed ones by kind. */
export function kindViews(kinds: Page['kinds'], language: Language) {
  const { events, kindCount } = words[language].messages
  return kinds.map(({ event, count }) => ({
    event,
    name: events[event],
    count: fill(kindCount, { count }),
    label: `${words[language].messages.resendAll}: ${events[event]}, ${count}`,
  }))
}

/** The question before all of a kind are sent again. */
export function resendAllQuestion({ event, count }: Page['kinds'][number], language: Language) {
  const { events, resendAllHead, resendAllHint, resendAll, notNow } = words[language].messages
  return {
    title: fill(resendAllHead, { count, event: events[event] }),
    content: resendAllHint,
    confirm: resendAll,
    cancel: notNow,
  }
}

/** Values that WeChat takes: each type's limit, whatever is put in. */
import fc from 'fast-check'
import { wayOf } from '../../../domain/notifications/channels'
import { fitted, subscriptionOf, templatesInUse } from '../../../domain/notifications/subscribe'
import { type MessageEvent, messageEvents } from '../../../domain/notifications/templates'
import { instantAt } from '../../../domain/time/shanghai'
import { refusedKey } from '../../../emulator/cloud/openapi/template-data'

const createdAt = instantAt('2026-11-26', '15:00')
const parameters: Partial<Record<MessageEvent, string[]>> = {
  review_approved: ['8123456780', '2026-11-27'],
  review_returned: ['the proof of study does not match the form'],
  review_rejected: [''],
  registration_open: ['2026-12-03 12:00'],
  renewal_due: ['8123456780', '2028-11-23'],
}

describe.each(['zh', 'en'] as const)('in %s', (language) => {
  test.each(messageEvents.filter((event) => wayOf(event).template !== null))('%s is taken as it is', (event) => {
    const news = { event, language, parameters: parameters[event] ?? [], createdAt }
    const { templateId, data } = subscriptionOf(news)!
    expect(templateId).not.toBe('')
    expect(refusedKey(data)).toBeNull()
  })

  test('whatever a reviewer writes fits', () => {
    const types = fc.constantFrom('thing1', 'phrase2', 'character_string3', 'name4')
    fc.assert(
      fc.property(types, fc.string({ unit: 'grapheme', maxLength: 60 }), (key, text) => {
        const value = fitted(key, { zh: text, en: text }, language)
        // An empty phrase has no honest stand-in; the account's own texts are never empty.
        return (key === 'phrase2' && value === '-') || refusedKey({ [key]: { value } }) === null
      }),
    )
  })
})

test('an approval carries the card number and the day of activation', () => {
  const news = {
    event: 'review_approved',
    language: 'zh',
    parameters: ['8123456780', '2026-11-27'],
    createdAt,
  } as const
  expect(subscriptionOf(news)?.data).toEqual({
    thing1: { value: '校友电子卡' },
    phrase2: { value: '已通过' },
    thing3: { value: '卡号 8123456780' },
    date4: { value: '2026年11月27日' },
  })
})

test('a phrase is Chinese in English, too, because WeChat takes nothing else', () => {
  expect(fitted('phrase2', { zh: '需要修改', en: 'Please correct' }, 'en')).toBe('需要修改')
})

test('a long reason ends in an ellipsis within twenty characters', () => {
  const { data } = subscriptionOf({
    event: 'review_returned',
    language: 'en',
    parameters: ['the proof of study cannot be read'],
    createdAt,
  })!
  expect(data.thing3?.value).toBe('the proof of study …')
  expect([...(data.thing3?.value ?? '')]).toHaveLength(20)
})

test('a code never goes this way', () => {
  expect(subscriptionOf({ event: 'phone_code', language: 'zh', parameters: ['123456'], createdAt })).toBeNull()
})

test('the ids to ask for are the account’s', () => {
  expect(templatesInUse(['review_result', 'activation_open']).map(({ template }) => template)).toEqual([
    'review_result',
    'activation_open',
  ])
})

import { languages } from '../../../domain/language'
import { reasonText } from '../../../domain/notifications/reasons'
import {
  messageEvents,
  messageTemplates,
  renderMessage,
  type TemplateKey,
} from '../../../domain/notifications/templates'
import { rejectReasons, returnReasons } from '../../../domain/review/decision'

describe('messages', () => {
  test('every event has a text in both languages with the same places', () => {
    const places = (text: string) => [...text.matchAll(/\{\d\}/g)].map(([place]) => place).sort()
    for (const event of messageEvents) {
      const [zh, en] = languages.map((language) => messageTemplates[`${event}.${language}` as TemplateKey])
      expect(places(zh!)).toEqual(places(en!))
      expect(zh).toMatch(/\p{Script=Han}/u)
      expect(en).not.toMatch(/\p{Script=Han}/u)
    }
  })

  test('places are filled in order', () => {
    expect(renderMessage('review_approved.en', ['8123456780', '2026-11-27'])).toContain('8123456780')
    expect(renderMessage('review_approved.zh', ['8123456780', '2026-11-27'])).toMatch(/8123456780.*2026-11-27/)
    expect(renderMessage('phone_code.en', ['123456'])).not.toContain('{2}')
  })

  test('every reason reads in both languages', () => {
    for (const reason of [...returnReasons, ...rejectReasons]) {
      for (const language of languages) {
        expect(reasonText({ reason, note: 'call us' }, language)).not.toBe('')
      }
    }
    expect(reasonText({ reason: 'other', note: 'call us' }, 'zh')).toBe('call us')
  })
})

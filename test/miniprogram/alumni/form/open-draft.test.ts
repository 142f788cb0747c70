/** The draft of the open form: when it is kept, when it is not, and that typing is kept once it pauses. */
import { OpenDraft } from '../../../../miniprogram/alumni/pages/form/open-draft'
import { Phone } from '../../harness/phone'
import { form } from '../../harness/samples'

let phone: Phone

beforeEach(() => {
  jest.useFakeTimers()
  phone = new Phone().install()
})
afterEach(() => jest.useRealTimers())

const kept = () => phone.storage.get('draft') as { form: typeof form; step: number; amends: string } | undefined

test('what was typed is kept once the typing pauses, as it then is', () => {
  const shown = { form: { ...form, nameChinese: '张' }, index: 1 }
  const draft = new OpenDraft('', () => shown)
  draft.keepSoon()
  jest.advanceTimersByTime(500)
  shown.form = form
  draft.keepSoon()
  jest.advanceTimersByTime(500)
  expect(kept()).toBeUndefined()
  jest.advanceTimersByTime(100)
  expect(kept()).toMatchObject({ form: { nameChinese: form.nameChinese }, step: 1, amends: '' })
})

test('a page that is left keeps it at once, and not a second time', () => {
  const draft = new OpenDraft('', () => ({ form, index: 2 }))
  draft.keepSoon()
  draft.close()
  expect(kept()).toMatchObject({ step: 2 })
  phone.storage.delete('draft')
  jest.runAllTimers()
  expect(kept()).toBeUndefined()
})

test('once handed in it is forgotten, and nothing is kept any more', () => {
  const draft = new OpenDraft('', () => ({ form, index: 4 }))
  draft.keep()
  draft.forget()
  draft.keep()
  draft.close()
  expect(phone.storage.has('draft')).toBe(false)
})

test('a draft belongs to the application that it amends', () => {
  new OpenDraft('a1', () => ({ form, index: 0 })).keep()
  expect(new OpenDraft('a1', () => ({ form, index: 0 })).before?.nameChinese).toBe(form.nameChinese)
  expect(new OpenDraft('', () => ({ form, index: 0 })).before).toBeNull()
})

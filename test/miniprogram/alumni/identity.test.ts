import { alumniWords } from '../../../miniprogram/alumni/words/words'
import { ok, Phone, refused } from '../harness/phone'
import { openPage, type Rendered } from '../harness/render'
import { at } from '../harness/samples'

const { identity: t } = alumniWords.zh
const passport = { type: 'passport', country: 'NGA', number: 'A00000002' }
const card = { number: '8123456786', status: 'active', maskedName: '张*明', last4: '0011' }
const alias = {
  id: 'a'.repeat(32),
  type: 'passport',
  masked: 'A******02',
  reason: 'renewed_document',
  note: '',
  at: at('2026-11-19T14:32'),
  by: '周文静',
}
let phone: Phone
let page: Rendered
let sure = true

beforeEach(async () => {
  sure = true
  phone = new Phone().install()
  Object.assign((globalThis as any).wx, { showModal: async () => ({ confirm: sure }), showToast: () => {} })
  phone.answers = {
    'office.identity': ok({ identity: { card, applying: false, aliases: [] } }),
    'office.joinIdentities': ok({ identity: { card, applying: false, aliases: [alias] } }),
    'office.separateIdentity': ok({ identity: { card, applying: false, aliases: [] } }),
  }
  page = await openPage('alumni/pages/identity/identity', { number: card.number })
})
afterEach(() => page.detach())

async function choose(reason: string) {
  page.page.onOther({ detail: passport })
  await page.tap(reason)
}

test('a card brings its person, masked, and says that nothing was joined yet', () => {
  expect(phone.asked('office', 'identity')[0]?.data).toEqual({ of: { cardNumber: card.number } })
  expect(page.text()).toContain('812 3456 786'.slice(0, 3))
  expect(page.text()).toContain('张*明')
  expect(page.text()).toContain(t.noAliases)
})

test('a document is looked up with a reason only, which goes with the request', async () => {
  page.page.onWay({ currentTarget: { dataset: { id: 'document' } } })
  page.page.onDocument({ detail: passport })
  await page.settle()
  await page.tap(t.find)
  expect(page.text()).toContain(t.whyMissing)
  await page.tap(t.whys.holder_asks)
  await page.tap(t.find)
  expect(
    phone
      .asked('office', 'identity')
      .slice(1)
      .map(({ data }) => data),
  ).toEqual([{ of: { document: passport }, why: 'holder_asks' }])
})

test('joined after document, reason and one more question', async () => {
  await page.tap(t.join)
  expect(page.text()).toContain(t.missing)
  page.page.onOther({ detail: passport })
  await page.tap(t.join)
  expect(page.text()).toContain(t.reasonMissing)
  await page.tap(t.reasons.renewed_document)
  await page.tap(t.join)
  expect(phone.asked('office', 'joinIdentities')[0]?.data).toEqual({
    one: { cardNumber: card.number },
    other: { document: passport },
    reason: 'renewed_document',
    note: '',
    revoke: null,
  })
  expect(page.text()).toContain('A******02')
  expect(page.text()).toContain('周文静')
  expect(page.page.data.other.number).toBe('')
})

test('who is not sure joins nothing', async () => {
  sure = false
  await choose(t.reasons.other_document)
  await page.tap(t.join)
  expect(phone.asked('office', 'joinIdentities')).toEqual([])
})

test('“other” needs a note', async () => {
  await choose(t.reasons.other)
  await page.tap(t.join)
  expect(page.text()).toContain(t.noteMissing)
})

test('two cards: the page asks which is revoked, and says so in the request', async () => {
  phone.answers['office.joinIdentities'] = refused('identity_two_cards', { one: card.number, other: '8234567890' })
  await choose(t.reasons.registered_twice)
  await page.tap(t.join)
  expect(page.text()).toContain(t.twoCards)
  page.page.onRevoke({ currentTarget: { dataset: { id: '8234567890' } } })
  await page.settle()
  await page.tap(t.join)
  expect(phone.asked('office', 'joinIdentities').at(-1)?.data.revoke).toBe('8234567890')
})

test('only administrators are offered to separate', async () => {
  await choose(t.reasons.renewed_document)
  await page.tap(t.join)
  expect(page.text()).not.toContain(t.separate)
  page.page.setData({ isAdmin: true })
  await page.settle()
  await page.tap(t.separate)
  expect(phone.asked('office', 'separateIdentity')[0]?.data).toEqual({ of: { cardNumber: card.number }, id: alias.id })
  expect(page.text()).toContain(t.noAliases)
})

test('a refusal while looking up is said with its next step', async () => {
  phone.answers['office.identity'] = refused('card_unknown')
  page = await openPage('alumni/pages/identity/identity', { number: card.number })
  expect(page.text()).toContain('没有这个卡号')
})

/** Where refusals of activation and renewal lead, and what stands under them. */
import { follow, refusalView, type Ways } from '../../../../miniprogram/alumni/proving/ways'
import { Phone } from '../../harness/phone'

const ways: Ways = {
  card_expired: { label: 'renew', address: '/alumni/pages/renew/renew' },
  activation_not_matched: { label: 'register', address: '/alumni/pages/form/form', hint: 'older' },
  activation_too_early: { label: 'home', address: '/pages/home/home' },
}
const words = { renew: 'Renew', register: 'Register', older: 'An older card' }

test.each([
  ['card_expired', { action: 'Renew', hint: '', early: false }],
  ['activation_not_matched', { action: 'Register', hint: 'An older card', early: false }],
  // The page has no words for this button here, so there is none.
  ['activation_too_early', { action: '', hint: '', early: true }],
  ['busy', { action: '', hint: '', early: false }],
] as const)('%s', (code, view) => {
  expect(refusalView(code, ways, words)).toEqual(view)
})

test('every way goes to its page', () => {
  const phone = new Phone().install()
  for (const way of Object.values(ways)) {
    follow(way)
  }
  expect(phone.addresses).toEqual(Object.values(ways).map(({ address }) => address))
})

/**
 * Renewal: the same proof as at activation extends the card, on this phone or on a new one. Source: notice 5(2); product
 * "The card".
 */
import { localised } from '../../../i18n/localised'
import { renewCard } from '../../proving/proved-card'
import { proving } from '../../proving/proving'
import type { Way } from '../../proving/ways'
import { section } from '../../words/words'

const help: Way = { label: 'help', address: '/alumni/pages/help/help' }

Component({
  behaviors: [
    localised(section('renew')),
    proving({
      words: 'renew',
      ask: renewCard,
      ways: {
        activation_not_matched: help,
        too_many_attempts: help,
        card_suspended: help,
        card_revoked: help,
        account_has_other_card: help,
        renewal_not_activated: { label: 'activate', address: '/alumni/pages/activate/activate' },
        renewal_too_early: { label: 'show', address: '/pages/card/card' },
      },
    }),
  ],
})

/**
 * Activation: ID number and proof of the registered phone make the card this phone's. Holders of an earlier card collect it here
 * as well. Source: notice II, III.4; product "Activation".
 */
import { localised } from '../../../i18n/localised'
import { activateCard } from '../../proving/proved-card'
import { proving } from '../../proving/proving'
import type { Way } from '../../proving/ways'
import { section } from '../../words/words'

const help: Way = { label: 'help', address: '/alumni/pages/help/help' }

Component({
  behaviors: [
    localised(section('activate')),
    proving({
      words: 'activate',
      ask: activateCard,
      ways: {
        // An older card without a phone number is handed over by a reviewer; nobody learns here whether there is one.
        activation_not_matched: { label: 'register', address: '/alumni/pages/form/form', hint: 'older' },
        too_many_attempts: help,
        card_suspended: help,
        card_revoked: help,
        account_has_other_card: help,
        card_expired: { label: 'renew', address: '/alumni/pages/renew/renew' },
        activation_too_early: { label: 'home', address: '/pages/home/home' },
      },
    }),
  ],
})

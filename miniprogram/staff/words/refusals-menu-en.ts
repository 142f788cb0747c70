/** Refusals of the official account's menu, in English. */
import type { RefusalWords } from '../../i18n/refusal'
import type { menuRefusals as chinese } from './refusals-menu-zh'

export const menuRefusals: Record<keyof typeof chinese, RefusalWords> = {
  official_ip_refused: {
    say: 'WeChat does not accept requests from this server (40164).',
    next: 'Add the fixed IP address of the cloud environment to the list under Development → Basic configuration.',
  },
  official_credentials_refused: {
    say: 'The AppID or AppSecret of the official account is wrong.',
    next: "Check them on WeChat's platform and update the environment variables of the function.",
  },
  official_not_authorised: {
    say: 'The official account lacks this permission (48001).',
    next: 'Make sure that it is verified by WeChat and may have a custom menu.',
  },
  official_failed: {
    say: 'WeChat did not accept the request, number {number}.',
    next: 'Try again later. If it stays like this, give the number to whoever maintains the service.',
  },
  official_unreachable: {
    say: "WeChat's server did not answer.",
    next: 'The menu was not changed. Please try again later.',
  },
  menu_full: {
    say: 'The menu is full.',
    next: "There are at most three menus with five entries each. Make room on WeChat's platform, then publish.",
  },
  menu_service_taken: {
    say: 'The “Service” menu is a button now and cannot hold entries.',
    next: "Turn it into a menu with entries on WeChat's platform, then publish.",
  },
  menu_entry_fixed: {
    say: "These entries were made on WeChat's website and would be lost by publishing from here: {names}.",
    next: 'Add the alumni card there by hand, or turn those entries into links first.',
  },
  menu_changed: {
    say: 'Somebody has just changed the menu.',
    next: 'Nothing was published. Refresh, look at the newest menu, then publish.',
  },
  menu_shape_refused: {
    say: 'WeChat does not accept the number of buttons (40016).',
    next: "One to three menus with one to five entries each: adjust it on WeChat's platform, then publish.",
  },
  menu_name_refused: {
    say: 'A name in the menu is too long (40018).',
    next: 'Menus may have 16 bytes (5 Chinese characters), entries 60. Shorten it, then publish.',
  },
  menu_type_refused: {
    say: 'The account may not use one of these kinds of button (40119).',
    next: 'Only verified accounts may open a mini program. Check that the verification is still valid.',
  },
  menu_page_refused: {
    say: 'The mini program has no such page (40165).',
    next: 'Release the mini program and link it with the official account first, then publish the menu.',
  },
}

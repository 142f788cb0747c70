/** The words of the staff's pages in Chinese, one file a page. en.ts has the same shape. */
import { application } from './application-zh'
import { audit } from './audit-zh'
import { bulk } from './bulk-zh'
import { card } from './card-zh'
import { dashboardZh } from './dashboard-zh'
import { devices } from './devices-zh'
import { exportsZh } from './exports-zh'
import { imports } from './imports-zh'
import { invite } from './invite-zh'
import { join } from './join-zh'
import { marks } from './marks-zh'
import { match } from './match-zh'
import { officialMenu } from './menu-zh'
import { messages } from './messages-zh'
import { menu, scans, sheet } from './parts-zh'
import { people } from './people-zh'
import { queue } from './queue-zh'
import { narrow, ownDecisions, search, viewer } from './review-zh'
import { round } from './round-zh'
import { settings } from './settings-zh'
import { terms } from './terms-zh'
import { visitors } from './visitors-zh'

export const zh = {
  bulk,
  match,
  imports,
  ...terms,
  narrow,
  search,
  viewer,
  ownDecisions,
  scans,
  messages,
  officialMenu,
  menu,
  sheet,
  join,
  queue,
  application,
  round,
  invite,
  people,
  settings,
  audit,
  card,
  marks,
  devices,
  dashboard: dashboardZh,
  exports: exportsZh,
  visitors,
}

/** The words of the staff's pages in English; the shape is that of zh.ts. */
import { application } from './application-en'
import { audit } from './audit-en'
import { bulk } from './bulk-en'
import { card } from './card-en'
import { dashboardEn } from './dashboard-en'
import { devices } from './devices-en'
import { exportsEn } from './exports-en'
import { imports } from './imports-en'
import { invite } from './invite-en'
import { join } from './join-en'
import { marks } from './marks-en'
import { match } from './match-en'
import { officialMenu } from './menu-en'
import { messages } from './messages-en'
import { menu, scans, sheet } from './parts-en'
import { people } from './people-en'
import { queue } from './queue-en'
import { narrow, ownDecisions, search, viewer } from './review-en'
import { round } from './round-en'
import { settings } from './settings-en'
import type { Shape } from './shape'
import { terms } from './terms-en'
import { visitors } from './visitors-en'
import type { zh } from './zh'

export const en: Shape<typeof zh> = {
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
  dashboard: dashboardEn,
  exports: exportsEn,
  visitors,
}

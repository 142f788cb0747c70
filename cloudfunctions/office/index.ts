/** The office: staff, their roles, settings (product "People"). */
import { officeRequests as requests } from '../../domain/office/api'
import { serve } from '../_kit/serve'
import { bootstrap } from './bootstrap'
import { invite } from './invite'
import { join } from './join'
import { readSettings } from './read-settings'
import { me, staff } from './staff'
import { writeSettings } from './write-settings'

export const main = serve({
  me: { request: requests.me, access: 'anyone', handle: me },
  bootstrap: { request: requests.bootstrap, access: 'anyone', handle: bootstrap },
  invite: { request: requests.invite, access: 'admin', handle: invite },
  join: { request: requests.join, access: 'anyone', handle: join },
  staff: { request: requests.staff, access: 'admin', handle: staff },
  readSettings: { request: requests.readSettings, access: 'reviewer', handle: readSettings },
  writeSettings: { request: requests.writeSettings, access: 'admin', handle: writeSettings },
})

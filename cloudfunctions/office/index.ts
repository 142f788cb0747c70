/** The office: staff, their roles, settings (product "People"); cards, marks and devices at gates (product "Gate"). */
import { officeRequests as requests } from '../../domain/office/api'
import { serve } from '../_kit/serve'
import { bootstrap } from './bootstrap'
import { card } from './card'
import { addDevice, devices, revokeDevice } from './devices'
import { invite } from './invite'
import { join } from './join'
import { marks, settleMark } from './marks'
import { readSettings } from './read-settings'
import { setCardStatus } from './set-card-status'
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
  card: { request: requests.card, access: 'reviewer', handle: card },
  setCardStatus: { request: requests.setCardStatus, access: 'reviewer', handle: setCardStatus },
  marks: { request: requests.marks, access: 'reviewer', handle: marks },
  settleMark: { request: requests.settleMark, access: 'reviewer', handle: settleMark },
  devices: { request: requests.devices, access: 'admin', handle: devices },
  addDevice: { request: requests.addDevice, access: 'admin', handle: addDevice },
  revokeDevice: { request: requests.revokeDevice, access: 'admin', handle: revokeDevice },
})

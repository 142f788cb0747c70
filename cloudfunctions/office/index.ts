/**
 * The office: staff, roles, settings (product "People"); cards, marks, devices at gates; audit log; figures; exports.
 */
import { officeRequests as requests } from '../../domain/office/api'
import { serve } from '../_kit/serve'
import { audit } from './audit'
import { bootstrap } from './bootstrap'
import { card } from './card'
import { changeRole, removeStaff } from './change-staff'
import { dashboard } from './dashboard'
import { addDevice, devices, revokeDevice } from './devices'
import { exportFile, exports, removeExport, runExport, startExport } from './exports'
import { identity, joinIdentities, separateIdentity } from './identities'
import { invite } from './invite'
import { join } from './join'
import { marks, settleMark } from './marks'
import { previewSettings, readSettings } from './read-settings'
import { setCardStatus } from './set-card-status'
import { me, staff } from './staff'
import { tend } from './tend'
import { verifyAudit } from './verify-audit'
import { withdrawInvitation } from './withdraw-invitation'
import { writeSettings } from './write-settings'

export const main = serve(
  {
    me: { request: requests.me, access: 'anyone', handle: me },
    bootstrap: { request: requests.bootstrap, access: 'anyone', handle: bootstrap },
    invite: { request: requests.invite, access: 'admin', handle: invite },
    join: { request: requests.join, access: 'anyone', handle: join },
    staff: { request: requests.staff, access: 'admin', handle: staff },
    changeRole: { request: requests.changeRole, access: 'admin', handle: changeRole },
    removeStaff: { request: requests.removeStaff, access: 'admin', handle: removeStaff },
    withdrawInvitation: { request: requests.withdrawInvitation, access: 'admin', handle: withdrawInvitation },
    readSettings: { request: requests.readSettings, access: 'reviewer', handle: readSettings },
    previewSettings: { request: requests.previewSettings, access: 'admin', handle: previewSettings },
    holidays: {
      request: requests.holidays,
      access: 'admin',
      handle: async (input) => (await import('./holidays')).holidays(input),
    },
    writeSettings: { request: requests.writeSettings, access: 'admin', handle: writeSettings },
    card: { request: requests.card, access: 'reviewer', handle: card },
    setCardStatus: { request: requests.setCardStatus, access: 'reviewer', handle: setCardStatus },
    marks: { request: requests.marks, access: 'reviewer', handle: marks },
    settleMark: { request: requests.settleMark, access: 'reviewer', handle: settleMark },
    devices: { request: requests.devices, access: 'admin', handle: devices },
    addDevice: { request: requests.addDevice, access: 'admin', handle: addDevice },
    revokeDevice: { request: requests.revokeDevice, access: 'admin', handle: revokeDevice },
    identity: { request: requests.identity, access: 'reviewer', handle: identity },
    joinIdentities: { request: requests.joinIdentities, access: 'reviewer', handle: joinIdentities },
    separateIdentity: { request: requests.separateIdentity, access: 'admin', handle: separateIdentity },
    audit: { request: requests.audit, access: 'admin', handle: audit },
    verifyAudit: { request: requests.verifyAudit, access: 'admin', handle: verifyAudit },
    dashboard: { request: requests.dashboard, access: 'reviewer', handle: dashboard },
    exports: { request: requests.exports, access: 'reviewer', handle: exports },
    startExport: { request: requests.startExport, access: 'reviewer', handle: startExport },
    runExport: { request: requests.runExport, access: 'reviewer', handle: runExport },
    exportFile: { request: requests.exportFile, access: 'reviewer', handle: exportFile },
    removeExport: { request: requests.removeExport, access: 'reviewer', handle: removeExport },
  },
  { onTimer: tend },
)

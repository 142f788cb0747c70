/** Turnstiles and hand scanners: a key for each, shown once, that can be taken back. */
import type { DeviceView, OfficeInput } from '../../domain/office/api'
import { ok, refuse } from '../../domain/result'
import { findPoint } from '../../domain/university'
import { recordAction } from '../_kit/audit'
import { deviceId, newDeviceKey } from '../_kit/device-key'
import type { DeviceRecord } from '../_kit/records/gate'
import type { Call } from '../_kit/serve'
import { find, type Stored } from '../_kit/store'
import { change, transact } from '../_kit/transaction'
import type { Answer } from './answer'

const MOST = 1000

export async function devices(_: OfficeInput<'devices'>): Answer<'devices'> {
  const records = await find('devices', {}, { order: 'addedAt', direction: 'desc', limit: MOST })
  return ok({ devices: records.map(viewOf) })
}

export async function addDevice({ name, point }: OfficeInput<'addDevice'>, call: Call): Answer<'addDevice'> {
  if (!findPoint(point)) {
    return refuse('point_unknown')
  }
  const key = newDeviceKey()
  const id = deviceId(key)
  if (id === null) {
    throw new Error('A new key is not one.')
  }
  const device: DeviceRecord = { name, point, addedAt: call.now, addedBy: call.openid, revokedAt: null }
  await change(async (transaction) => {
    await transaction.insert('devices', id, device)
    await recordAction(transaction, call, 'office.addDevice', id, { point })
  })
  return ok({ device: viewOf({ _id: id, ...device }), key })
}

/** Taking a key back again says when it was taken back first. */
export async function revokeDevice({ id }: OfficeInput<'revokeDevice'>, call: Call): Answer<'revokeDevice'> {
  return transact(async (transaction) => {
    const device = await transaction.get('devices', id)
    if (!device) {
      return refuse('device_unknown')
    }
    if (device.revokedAt !== null) {
      return ok({ device: viewOf(device) })
    }
    await transaction.update('devices', id, { revokedAt: call.now })
    await recordAction(transaction, call, 'office.revokeDevice', id)
    return ok({ device: viewOf({ ...device, revokedAt: call.now }) })
  })
}

function viewOf({ _id: id, name, point, addedAt, revokedAt }: Stored<'devices'>): DeviceView {
  return { id, name, point, addedAt, revokedAt }
}

/** The phone and the office as a duty uses them. */
import { now } from '../services/clock'
import { gate } from '../services/gate'
import { isOnline } from '../services/network'
import type { DutyPorts } from './duty'
import { takeRandom } from './random'
import type { SupplyPorts } from './supply'

/** What the office supplies, also before a shift. */
export const supplyPorts: SupplyPorts = {
  now,
  open: (sequence) => gate('open', { sequence }),
  list: (sequence) => gate('list', { sequence }),
}

export const phonePorts: DutyPorts = {
  ...supplyPorts,
  wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  isOnline,
  random: takeRandom,
  ask: (text, point, challenge) => gate('check', { text, point, challenge }),
  lookUp: (cardNumber, last4, point) => gate('lookUp', { cardNumber, last4, point }),
  record: (scans) => gate('record', { scans }),
}

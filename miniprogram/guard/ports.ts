/** The phone and the office as a duty uses them. */
import { now } from '../services/clock'
import { gate } from '../services/gate'
import type { DutyPorts } from './duty'
import { isOnline } from './network'
import { takeRandom } from './random'

export const phonePorts: DutyPorts = {
  now,
  wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  isOnline,
  random: takeRandom,
  ask: (text, point, challenge) => gate('check', { text, point, challenge }),
  record: (scans) => gate('record', { scans }),
  open: () => gate('open', {}),
}

/** The size of the status list against what information theory allows. */

import { encodeStatusList } from '../../domain/gate/status-list'
import { deviceSigner } from '../../domain/pass'
import { type Row, report } from './measure'

const NOW = Date.UTC(2026, 10, 27)
const sign = deviceSigner(new Uint8Array(32).fill(9))

/** Bytes that tell which `chosen` of `all` are meant, at least: log2 of the number of possibilities. */
function shannonBytes(chosen: number, all: number): number {
  const share = chosen / all
  return (-all * (share * Math.log2(share) + (1 - share) * Math.log2(1 - share))) / 8
}

/** `chosen` different serials below `all`, the same in every run. */
function serials(chosen: number, all: number): number[] {
  const found = new Set<number>()
  let state = 12_345
  while (found.size < chosen) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    found.add(state % all)
  }
  return [...found]
}

function row(chosen: number, all: number): Row {
  const list = {
    sequence: 1,
    issued: NOW,
    notAfter: NOW + 86_400_000,
    revoked: serials(chosen, all),
    suspended: [],
    sign,
  }
  const bytes = encodeStatusList(list)?.length ?? Number.NaN
  const note = `${(bytes / shannonBytes(chosen, all)).toFixed(3)} × Shannon bound (aim 1.05)`
  return { what: `status list, ${chosen} of ${all}`, value: bytes, unit: 'bytes', note }
}

report([row(6_000, 300_000), row(6_000, 2 ** 24)])

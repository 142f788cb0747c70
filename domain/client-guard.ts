/**
 * What of domain/ only the guards' phones receive: reading and judging a code, and the status list. tools/build bundles it to
 * miniprogram/guard/lib/domain.js, beside the main package's part (client.ts); what both need stands there once.
 */
export { isCardNumber } from './card/number'
export { LEFT, MOST_SCANS } from './gate/journal'
export { isOpen } from './gate/opening'
export { openStatusList } from './gate/status-list'
export { listFacts, statusListAge } from './gate/status-list-facts'
export { takeUpdate } from './gate/status-list-update'
export { decide } from './pass/decide'
export { challengeFrom } from './pass/show'
export { admits, signalOf, verdictCodes } from './pass/verdicts'
export { VerifiedCredentials } from './pass/verified'
export { gateWarmUp } from './pass/warm-gate'
export { ok } from './result'
export { dayFromNumber } from './time/shanghai'

/** The pass: what the rest of the product may use of this folder. Format: layout.ts; rules: decide.ts, docs/gate-check.md. */
export { fromHex, toHex } from './bytes'
export { type ClockReading, learnTime, readClock, type ServerClock, type TimeExchange, unsetClock } from './clock'
export { type CredentialRequest, isCredentialGenuine, issueCredential } from './credential'
export { CREDENTIAL_DAYS, credentialValidUntil, RENEW_BELOW_DAYS, shouldRenewCredential } from './credential-life'
export {
  type Decision,
  decide,
  decideGenuine,
  type GateContext,
  type SeenSteps,
  type SerialStatus,
} from './decide'
export { devicePublicKey, deviceSigner, isDeviceKey, type Signer } from './device-key'
export { decodeDigits, encodeDigits } from './digits'
export { type GenuinePass, type NotGenuine, openPass } from './genuine'
export { type Holder, openHolder, sealHolder } from './holder'
export { passClass } from './layout'
export { passMatrix, type QrMatrix } from './qr'
export { challengeFrom, isChallenge, type ShowRequest, showPass } from './show'
export { readVerifyKey, type VerifyKey, verifySignature } from './signature'
export { STEP_MS, STEPS_AHEAD, STEPS_BEHIND, stepEndsIn, stepOf } from './step'
export { utf8Decode, utf8Encode } from './utf8'
export { admits, isAdmission, type Signal, signalOf, type VerdictCode, verdictCodes } from './verdicts'
export { type GateKeys, VerifiedCredentials } from './verified'
export { warmShow } from './warm'
export { gateWarmUp, warmGate } from './warm-gate'

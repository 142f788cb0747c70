/**
 * A second reader of the pass, written from docs/gate-check.md and using nothing of domain/: Node's OpenSSL for AES and
 * Ed25519, BigInt for the digits. The vectors must mean the same to both.
 */
import { createDecipheriv, createPublicKey, verify } from 'node:crypto'
import type { GateFacts } from './vectors'

const GROUP_ORDER = 2n ** 252n + 27742317777372353535851937790883648493n
const PRIME = 2n ** 255n - 19n
// y coordinates of the points of small order.
const SMALL_ORDER_Y = new Set([
  0n,
  1n,
  PRIME - 1n,
  littleEndian(Buffer.from('26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05', 'hex')),
  littleEndian(Buffer.from('c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a', 'hex')),
])

export type Keys = { keyId: number; issuerPublic: string; view: string }
export type Reading = { verdict: string; holder?: object; drift?: number }

function littleEndian(data: Buffer): bigint {
  return BigInt(`0x${Buffer.from(data).reverse().toString('hex')}`)
}

/** Seventeen digits to seven bytes; null when the text is anything but 26 such groups. */
export function readDigits(text: string): Buffer | null {
  if (!/^\d{442}$/.test(text)) {
    return null
  }
  const groups = (text.match(/\d{17}/g) ?? []).map(BigInt)
  if (groups.some((group) => group >= 2n ** 56n)) {
    return null
  }
  return Buffer.from(groups.map((group) => group.toString(16).padStart(14, '0')).join(''), 'hex')
}

export function isSigned(publicKey: Buffer, message: Buffer, signature: Buffer): boolean {
  const y = littleEndian(publicKey) & (2n ** 255n - 1n)
  if (littleEndian(signature.subarray(32)) >= GROUP_ORDER || y >= PRIME || SMALL_ORDER_Y.has(y)) {
    return false
  }
  const der = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), publicKey])
  return verify(null, message, createPublicKey({ key: der, format: 'der', type: 'spki' }), signature)
}

export function openBlock(view: Buffer, sealed: Buffer) {
  const cipher = createDecipheriv('aes-128-ecb', view, null).setAutoPadding(false)
  const block = Buffer.concat([cipher.update(sealed), cipher.final()])
  const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-'
  const last4 = [37 ** 3, 37 ** 2, 37, 1].map((weight) => alphabet[Math.floor(block.readUIntBE(6, 3) / weight) % 37])
  return {
    serial: block.readUIntBE(0, 3),
    class: block.readUInt8(3),
    expiryDay: block.readUInt16BE(4),
    last4: last4.join(''),
    maskedName: block.subarray(9).toString('utf8').replace(/\0+$/, ''),
  }
}

/** The verdict of one case. */
export function read(text: string, keys: Keys, gate: GateFacts): Reading {
  const pass = readDigits(text)
  if (!pass || (pass.readUInt8(0) & 0x7f) !== 0x12) {
    return { verdict: 'malformed' }
  }
  if (pass.readUInt8(1) !== keys.keyId) {
    return { verdict: 'unknown_key' }
  }
  const answering = pass.readUInt8(0) >= 0x80
  const credential = Buffer.concat([Buffer.from([0x12]), pass.subarray(1, 50)])
  const issued = Buffer.concat([Buffer.from('alumni-ecard/pass/1/credential\0'), credential])
  const challenge = Buffer.alloc(2)
  challenge.writeUInt16BE(answering ? (gate.challenge ?? 0) : 0)
  const shown = Buffer.concat([Buffer.from('alumni-ecard/pass/1/show\0'), pass.subarray(0, 118), challenge])
  const verifiable = !answering || gate.challenge !== null
  if (
    !isSigned(Buffer.from(keys.issuerPublic, 'hex'), issued, pass.subarray(50, 114)) ||
    (verifiable && !isSigned(pass.subarray(18, 50), shown, pass.subarray(118)))
  ) {
    return { verdict: 'forged' }
  }
  const holder = openBlock(Buffer.from(keys.view, 'hex'), pass.subarray(2, 18))
  const step = pass.readUInt32BE(114)
  const late = Math.floor(gate.now / 10_000) - step
  return { verdict: judge(holder, step, late, answering, gate), holder, drift: late === 0 ? 0 : -late * 10 }
}

function judge(
  holder: { class: number; expiryDay: number },
  step: number,
  late: number,
  answering: boolean,
  gate: GateFacts,
): string {
  if (gate.status === 'revoked' || gate.status === 'suspended') {
    return gate.status
  }
  const today = Math.floor((gate.now + 28_800_000) / 86_400_000)
  if (today > holder.expiryDay) {
    return 'expired'
  }
  if (!answering && (late < -1 || late > 2)) {
    return 'clock_wrong'
  }
  if (answering ? gate.challenge === null : gate.lastStep !== null && step <= gate.lastStep) {
    return 'replayed'
  }
  if (!gate.opens || (holder.class === 2 && today !== holder.expiryDay)) {
    return 'not_allowed_here'
  }
  const fresh = gate.listAge !== null && gate.listAge <= gate.maxListAge && gate.status !== 'unknown'
  return fresh ? 'admitted' : 'list_stale'
}

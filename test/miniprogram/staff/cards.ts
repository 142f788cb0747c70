/** Cards, marks and devices as the office function answers them, for the staff's pages. */
import type { DeviceView, MarkView, OfficeCard, ScanView } from '../../../miniprogram/lib/domain'

export const at = (time: string): number => Date.parse(`${time}:00+08:00`)

export const scan = (changed: Partial<ScanView> = {}): ScanView => ({
  at: at('2026-11-19T14:32'),
  point: 'gate-east',
  verdict: 'admitted',
  how: 'scan',
  companions: 0,
  online: true,
  ...changed,
})

export const officeCard = (changed: Partial<OfficeCard> = {}): OfficeCard => ({
  number: '8123456780',
  status: 'active',
  class: 1,
  maskedName: '张*明',
  last4: '0011',
  portraitUrl: 'https://photos/1.jpg',
  issuedAt: at('2026-11-19T16:40'),
  activatedAt: at('2026-11-20T09:00'),
  validUntil: '2028-11-19',
  boundSince: at('2026-11-20T09:00'),
  change: null,
  scans: [],
  openMarks: 0,
  ...changed,
})

export const mark = (changed: Partial<MarkView> = {}): MarkView => ({
  id: 'a'.repeat(64),
  kind: 'impossible_travel',
  at: at('2026-11-19T14:34'),
  cardNumber: '8123456780',
  cardStatus: 'active',
  maskedName: '张*明',
  last4: '0011',
  scans: [scan(), scan({ at: at('2026-11-19T14:34'), point: 'gate-west', online: false })],
  settled: null,
  ...changed,
})

export const device = (changed: Partial<DeviceView> = {}): DeviceView => ({
  id: 'd'.repeat(64),
  name: '东大门 2 号闸机',
  point: 'gate-east',
  addedAt: at('2026-11-02T10:00'),
  revokedAt: null,
  ...changed,
})

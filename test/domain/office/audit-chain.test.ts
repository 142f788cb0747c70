/** Every way to tamper with a log, against the rules of its chain; hashes are the real ones. */
import { createHash, createHmac } from 'node:crypto'
import {
  type AuditBlock,
  type AuditEntry,
  type AuditTools,
  checkBlock,
  checkEnd,
  checkWitness,
  entryText,
  GENESIS,
  headOf,
  isGenuine,
  sealBlock,
} from '../../../domain/office/audit-chain'

const toolsUnder = (key: string): AuditTools => ({
  sha256: (text) => createHash('sha256').update(text).digest('hex'),
  hmac: (text) => createHmac('sha256', key).update(text).digest('hex'),
})
const tools = toolsUnder('the key')

function entry(n: number, by = 'o-1'): AuditEntry {
  const bare = {
    id: `entry-${n}`,
    at: 1000 + n,
    by,
    action: 'review.decide',
    subject: `s-${n}`,
    details: { kind: 'approve' },
  }
  return { ...bare, mac: tools.hmac(entryText(bare)) }
}

const entries = [1, 2, 3, 4].map((n) => entry(n))
const block = sealBlock(GENESIS, entries, tools)
const second = sealBlock(headOf(block), [entry(5), entry(6)], tools)
const kinds = (of: AuditBlock, stored: readonly AuditEntry[], head = GENESIS) =>
  checkBlock(head, of, stored, tools).map(({ kind }) => kind)

test('what was sealed and not touched has no problem, in whatever order the store gives it', () => {
  expect(kinds(block, entries)).toEqual([])
  expect(kinds(block, [...entries].reverse())).toEqual([])
  expect(kinds(second, [entry(5), entry(6)], headOf(block))).toEqual([])
  expect(headOf(second)).toEqual({ block: 2, entries: 6, link: second.links[1] })
})

test('the order in which details were written makes no difference', () => {
  const one = { ...entry(1), details: { a: 1, b: 'x' } }
  expect(entryText({ ...one, details: { b: 'x', a: 1 } })).toBe(entryText(one))
  expect(entryText({ ...one, details: { a: '1', b: 'x' } })).not.toBe(entryText(one))
})

test.each([
  ['at', 7],
  ['by', 'o-2'],
  ['action', 'review.undo'],
  ['subject', 's-9'],
  ['details', { kind: 'reject' }],
  ['mac', 'ff'],
] as const)('altered: %s of an entry', (field, value) => {
  const [first, ...rest] = entries as [AuditEntry, ...AuditEntry[]]
  expect(checkBlock(GENESIS, block, [{ ...first, [field]: value }, ...rest], tools)).toEqual([
    { kind: 'altered', block: 1, entry: 'entry-1' },
  ])
})

test('removed: an entry that was sealed is gone, and only that one is named', () => {
  const stored = entries.filter(({ id }) => id !== 'entry-2')
  expect(checkBlock(GENESIS, block, stored, tools)).toEqual([{ kind: 'removed', block: 1, entry: 'entry-2' }])
})

test('inserted: an entry that stands in a block where it was never sealed, even a genuine one', () => {
  expect(kinds(block, [...entries, entry(9)])).toEqual(['inserted'])
})

test('reordered: two entries of a block change places', () => {
  const [one = '', two = '', ...rest] = block.entries
  const swapped = { ...block, entries: [two, one, ...rest] }
  expect(kinds(swapped, entries)).toEqual(['block_altered', 'reordered', 'reordered'])
})

test('block_altered: whoever has no key cannot seal anew after taking an entry out', () => {
  const without = entries.filter(({ id }) => id !== 'entry-2')
  const forged = sealBlock(GENESIS, without, { ...tools, hmac: toolsUnder('another key').hmac })
  expect(kinds(forged, without)).toEqual(['block_altered'])
})

test('block_altered: a block that does not continue the one before', () => {
  expect(kinds(second, [entry(5), entry(6)], { ...headOf(block), link: 'ab'.repeat(32) })).toEqual(['block_altered'])
  expect(kinds(second, [entry(5), entry(6)], { ...headOf(block), entries: 3 })).toEqual(['block_altered'])
})

test('block_missing: a block in the middle is gone', () => {
  expect(kinds(second, [entry(5), entry(6)], GENESIS)).toEqual(['block_missing'])
})

test('truncated: the log ends before what was seen', () => {
  const end = { unsealed: [], total: 4 }
  expect(checkEnd(headOf(block), end, headOf(second), tools)).toEqual([{ kind: 'truncated', block: 2 }])
  expect(checkEnd(headOf(block), end, headOf(block), tools)).toEqual([])
  expect(checkEnd(headOf(block), end, null, tools)).toEqual([])
})

test('rewritten: sealed anew with the key, it still differs from what was seen', () => {
  const rewritten = sealBlock(GENESIS, entries.slice(1), tools)
  expect(kinds(rewritten, entries.slice(1))).toEqual([])
  expect(checkWitness(rewritten, headOf(block))).toEqual({ kind: 'rewritten', block: 1 })
  expect(checkWitness(block, headOf(block))).toBeNull()
  expect(checkWitness(second, headOf(block))).toBeNull()
})

test('inserted: an entry that waits to be sealed and that no function wrote', () => {
  const forged = { ...entry(7), mac: 'ab'.repeat(32) }
  expect(isGenuine(entry(7), tools)).toBe(true)
  const end = { unsealed: [entry(7), forged], total: 6 }
  expect(checkEnd(headOf(block), end, null, tools)).toEqual([{ kind: 'inserted', block: 2, entry: 'entry-7' }])
})

test('inserted: more entries than the chain and the waiting ones account for', () => {
  expect(checkEnd(headOf(block), { unsealed: [], total: 5 }, null, tools)).toEqual([{ kind: 'inserted', block: 0 }])
})

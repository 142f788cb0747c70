/** @jest-environment node */
/** Every action that writes an entry into the audit log is said in words; the actions are read from the functions' sources. */
import fs from 'node:fs'
import path from 'node:path'
import { entryLine } from '../../../miniprogram/staff/views/audit'
import { words } from '../../../miniprogram/staff/words'

const root = path.resolve(__dirname, '../../../cloudfunctions')
const sources = fs
  .readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => fs.readFileSync(path.join(root, file), 'utf8'))
  .filter((text) => /record(Action|LookUp)\(/.test(text))

const recorded = [...new Set(sources.flatMap((text) => text.match(/'[a-z]+\.[a-zA-Z]+'(?=[,)\s])/g) ?? []))].map(
  (name) => name.slice(1, -1),
)

test('every action that is recorded has words in both languages', () => {
  expect(recorded).toEqual(expect.arrayContaining(['office.invite', 'review.decide', 'gate.lookUp']))
  const advice = 'Say what was done in miniprogram/staff/words/audit-zh.ts and audit-en.ts, under actions.'
  for (const language of ['zh', 'en'] as const) {
    const without = recorded.filter((action) => !words[language].audit.actions[action])
    expect({ advice, language, without }).toEqual({ advice, language, without: [] })
  }
})

test('and no words without their action', () => {
  expect(Object.keys(words.zh.audit.actions).filter((action) => !recorded.includes(action))).toEqual([])
})

test('values of closed lists are said in words, never as codes', () => {
  const entry = { id: 'e', at: 0, by: '周敏', subject: '', sealed: true }
  const about = (action: string, details: Record<string, string>) =>
    entryLine({ ...entry, action, details }, 'zh', 0).about
  expect(about('office.identity', { by: 'document', reason: 'holder_asks' })).toBe('按证件号码 · 本人来办理')
  expect(about('office.joinIdentities', { reason: 'renewed_document' })).toBe('换了新证件')
  expect(about('office.startExport', { content: 'cards', documents: 'yes' })).toBe('内容 全部校友卡 · 含证件号码')
  expect(about('office.exportReady', { content: 'cards', documents: 'no' })).toBe('内容 全部校友卡')
  expect(about('archive.done', { kind: 'cards' })).toBe('旧校友卡')
})

test('no figure stands alone: what an import and a turn of the keys counted is named', () => {
  const entry = { id: 'e', at: 0, by: '周敏', subject: '', sealed: true }
  const about = (action: string, details: Record<string, string | number>, language: 'zh' | 'en') =>
    entryLine({ ...entry, action, details }, language, 0).about
  const counts = { kind: 'cards', fresh: 125, changed: 3, unchanged: 0, bad: 2 }
  expect(about('archive.done', counts, 'zh')).toBe('旧校友卡 · 新增 125 · 有变化 3 · 无变化 0 · 有误 2')
  expect(about('archive.done', counts, 'en')).toContain('new 125 · changed 3 · unchanged 0 · with errors 2')
  expect(about('archive.start', { kind: 'cards', rows: 130 }, 'zh')).toBe('旧校友卡 · 行数 130')
  expect(about('privacy.keysRotated', { kind: 'digest', moved: 9 }, 'en')).toContain('moved 9')
  expect(about('office.writeSettings', { version: 4 }, 'zh')).toBe('版本 4')
})

test('a yes is said by what it is about, a no by nothing', () => {
  const entry = { id: 'e', at: 0, by: '周敏', action: 'review.startClosing', subject: '2027-03-04', sealed: true }
  const about = (carryOver: string) => entryLine({ ...entry, details: { carryOver, total: 7 } }, 'zh', 0).about
  expect(about('true')).toBe('未审的转入下次 · 共 7')
  expect(about('false')).toBe('共 7')
})

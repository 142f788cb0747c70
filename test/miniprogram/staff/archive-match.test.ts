/** The archive match on the application page: form and record side by side, signs beside colours, doubles, failures. */
import type { Match, ReviewReplies } from '../../../miniprogram/lib/domain'
import { words } from '../../../miniprogram/staff/words'
import { ok, refused } from '../harness/phone'
import { type Rendered, render } from '../harness/render'
import { StaffPhone } from './staff-phone'

const t = words.zh.match
const ID = 'app-00000001'
let phone: StaffPhone
let block: Rendered

const field = (name: string, agreement: string, form: string | number, record: string | number, why?: string) => ({
  field: name,
  agreement,
  form,
  record,
  ...(why && { why }),
})

const candidate = (changed: object = {}): Match['candidates'][number] =>
  ({
    id: 'record-1',
    by: 'document',
    document: { agreement: 'same' },
    name: { agreement: 'equivalent', why: 'characters', record: '張小明' },
    studies: [
      {
        study: 0,
        fields: [
          field('school', 'equivalent', '汽车与交通工程学院', '汽车工程系', 'renamed'),
          field('major', 'same', '车辆工程', '车辆工程'),
          field('degree', 'different', 'bachelor', 'master'),
          field('entryYear', 'close', 2008, 2009, 'next_year'),
          field('graduationYear', 'same', 2012, 2012),
          field('studentNumber', 'unknown', 'A1', '', 'not_on_record'),
        ],
      },
    ],
    ...changed,
  }) as never

const found = (changed: Partial<ReviewReplies['match']> = {}): ReviewReplies['match'] => ({
  kind: 'differs',
  candidates: [candidate()],
  duplicates: [],
  bulk: null,
  ...changed,
})

async function open(answer: ReturnType<typeof ok> | ReturnType<typeof refused>) {
  phone = new StaffPhone().install()
  phone.answers = { 'review.match': () => answer }
  block = render('staff/components/archive-match/archive-match', {
    application: ID,
    nameChinese: '张小明',
    nameLatin: '',
  })
  await block.settle()
  await block.settle()
}
afterEach(() => block.detach())

const lines = () => block.page.data.view.candidates[0].lines.map((line: any) => [line.name, line.sign, line.verdict])

test('what differs stands side by side with a sign and words; what agrees is counted', async () => {
  await open(ok(found()))
  expect(lines()).toEqual([
    [t.fields.name, '≈', t.reasons.characters],
    [t.fields.school, '≈', t.reasons.renamed],
    [t.fields.degree, '≠', t.agreements.different],
    [t.fields.entryYear, '~', t.reasons.next_year],
    [t.fields.studentNumber, '?', t.reasons.not_on_record],
  ])
  for (const said of [t.kinds.differs, '汽车工程系', '張小明', words.zh.degrees.master, '2009', '其余 3 项一致']) {
    expect(block.text()).toContain(said)
  }
})

test('an exact match shows every line', async () => {
  const fields = [field('school', 'same', '文学院', '文学院'), field('entryYear', 'same', 2008, 2008)]
  const same = candidate({ name: { agreement: 'same', record: '张小明' }, studies: [{ study: 0, fields }] })
  await open(ok(found({ kind: 'exact', candidates: [same] })))
  expect(lines().map(([, sign]: string[]) => sign)).toEqual(['=', '=', '=', '='])
  expect(block.text()).toContain(t.kinds.exact)
})

test('several people are numbered, best first; a missing study and another document are said', async () => {
  const other = candidate({
    id: 'record-2',
    by: 'name',
    document: { agreement: 'different' },
    studies: [{ study: 0, fields: null }],
  })
  await open(ok(found({ kind: 'several', candidates: [candidate(), other] })))
  for (const said of ['档案里有 2 位相近的人', '第 1 位', '第 2 位', t.byName, t.documentDifferent, t.studyMissing]) {
    expect(block.text()).toContain(said)
  }
})

test('unknown leads to the proof photo', async () => {
  await open(ok(found({ kind: 'unknown', candidates: [] })))
  expect(block.text()).toContain(t.hints.unknown)
})

test('a bulk approval that nobody looked at is marked', async () => {
  await open(ok(found({ bulk: 'unseen' })))
  expect(block.text()).toContain(t.bulkUnseen)
})

test('who may be the same person, with the way to their application', async () => {
  const double = {
    application: 'app-00000002',
    cardNumber: null,
    name: '张小明',
    documentMasked: 'E********1',
    why: 'same_study' as const,
    submittedAt: 1,
  }
  const card = { ...double, application: null, cardNumber: '8123456786', why: 'same_name' as const }
  await open(ok(found({ duplicates: [double, card] })))
  expect(block.text()).toContain(t.duplicates.same_study)
  expect(block.text()).toContain('8123 456 786')
  const opened: string[] = []
  block.page.triggerEvent = (_: string, { id }: { id: string }) => opened.push(id)
  await block.tap(t.open)
  expect(opened).toEqual(['app-00000002'])
})

test('an archive that does not answer can be asked again; the rest of the page does not wait for it', async () => {
  await open(refused('busy'))
  expect(block.text()).toContain(t.failed)
  phone.answers = { 'review.match': () => ok(found()) }
  await block.tap(t.retry)
  await block.settle()
  expect(block.text()).toContain(t.kinds.differs)
})

test('in English, too', async () => {
  await open(ok(found()))
  const { chooseLanguage } = require('../../../miniprogram/services/language')
  chooseLanguage('en')
  await block.settle()
  expect(block.text()).toContain(words.en.match.kinds.differs)
  expect(block.text()).toContain(words.en.match.reasons.next_year)
})

/**
 * The archive of the demonstration: what a university's student office has on file, so that the people at the desk are matched when
 * they register. Imported at the first start through the function, like any list. All synthetic.
 */
import type { ArchiveReplies } from '../../domain/archive/api'
import type { Result } from '../../domain/result'
import type { Call } from './staff'

const HEADERS = [
  '姓名',
  '英文姓名',
  '学号',
  '证件类型',
  '证件号码',
  '签发国',
  '学院',
  '专业',
  '学历',
  '入学年份',
  '毕业年份',
]

/** 李晓明 and 陈静 stand in it as they will say; Amara with another year; 王建国 twice as two people without an ID number. */
const ROWS: readonly (readonly string[])[] = [
  ['李晓明', '', '3080101001', '', '321102199001010011', '', '汽车与交通工程学院', '车辆工程', '本科', '2008', '2012'],
  [
    '',
    'OKAFOR AMARA',
    '5140201007',
    '护照',
    'A01234567',
    'NGA',
    '食品与生物工程学院',
    '食品科学',
    '本科',
    '2014',
    '2017',
  ],
  ['王建国', '', '3090301012', '', '', '', '农业工程学院', '农业机械化', '本科', '2009', '2013'],
  ['王建国', '', '3090402033', '', '', '', '机械工程学院', '机械设计', '本科', '2009', '2013'],
  ['陈静', '', '3100501020', '', '321102199202290013', '', '医学院', '临床医学', '本科', '2010', '2015'],
]
const FAMILY_NAMES = [...'赵钱孙吴郑冯褚卫蒋沈韩杨朱秦许何吕张孔曹']
const GIVEN_NAMES = ['文博', '雨桐', '志远', '佳怡', '海涛', '梦琪', '立群', '思远', '春燕', '国栋']
const SCHOOLS = [
  ['机械工程学院', '机械设计制造及其自动化'],
  ['电气信息工程学院', '自动化'],
  ['材料科学与工程学院', '金属材料工程'],
  ['管理学院', '工商管理'],
] as const
const OTHERS = 120

/** The list as a file. */
export function archiveFile(): string {
  return [HEADERS, ...ROWS, ...Array.from({ length: OTHERS }, (_, n) => otherRow(n))]
    .map((row) => row.join(','))
    .join('\r\n')
}

function otherRow(n: number): string[] {
  const name = `${FAMILY_NAMES[n % FAMILY_NAMES.length]}${GIVEN_NAMES[Math.floor(n / 2) % GIVEN_NAMES.length]}`
  const [school, major] = SCHOOLS[n % SCHOOLS.length] ?? SCHOOLS[0]
  const entry = 2000 + (n % 20)
  return [
    name,
    '',
    `3${String(entry).slice(2)}06${String(n).padStart(5, '0')}`,
    '',
    '',
    '',
    school,
    major,
    '本科',
    `${entry}`,
    `${entry + 4}`,
  ]
}

/**
 * Imports the list unless something was imported before.
 * @param upload puts a file into the storage as a person's phone does
 */
export async function seedArchive(
  call: Call,
  upload: (path: string, text: string, openid: string) => void,
  reviewer: string,
): Promise<void> {
  const archive = <Action extends keyof ArchiveReplies>(action: Action, data: object) =>
    call(reviewer, 'archive', { action, ...data }) as Promise<Result<ArchiveReplies[Action], string>>
  const before = await archive('imports', {})
  if (!before.ok || before.value.imports.length > 0) {
    return
  }
  const place = await archive('place', { kind: 'alumni', type: 'csv', name: '校友档案（演示）.csv' })
  if (!place.ok) {
    return
  }
  const { id, path } = place.value
  upload(path, archiveFile(), reviewer)
  const seen = await archive('preview', { id })
  if (seen.ok) {
    await archive('start', { id, mapping: seen.value.preview.mapping })
    await archive('run', { id })
  }
}

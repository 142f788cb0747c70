/**
 * An import as staff make one: a place, the upload, the look at it, the confirmed mapping, the work until it is done.
 */
import type { TestCloud } from './cloud'
import { REVIEWER } from './office'
import { residentNumber } from './people'

type File = { kind: 'alumni' | 'campus' | 'cards'; name?: string; bytes: Buffer | string }

/** Uploads a file. @returns the import's key */
export async function upload(
  ecard: TestCloud,
  { kind, name = '名单.csv', bytes }: File,
  by = REVIEWER,
): Promise<string> {
  const type = name.endsWith('.xlsx') ? 'xlsx' : 'csv'
  const { id, path } = await ecard.value(by, 'archive', 'place', { kind, type, name })
  ecard.cloud.world.storage.upload(path, Buffer.from(bytes), by)
  return id
}

/** Imports a file with the mapping that its headers suggest. */
export async function importFile(ecard: TestCloud, file: File, by = REVIEWER): Promise<any> {
  const id = await upload(ecard, file, by)
  const { preview } = await ecard.value(by, 'archive', 'preview', { id })
  await ecard.value(by, 'archive', 'start', { id, mapping: preview.mapping })
  return (await ecard.value(by, 'archive', 'run', { id })).import
}

export async function problemsOf(ecard: TestCloud, id: string): Promise<any[]> {
  return (await ecard.value(REVIEWER, 'archive', 'problems', { id })).problems
}

export const ALUMNI_HEADERS = ['姓名', '学号', '身份证号', '学院', '专业', '学历', '入学年份', '毕业年份']

/** The n-th study record of an archive; its resident number is that of `person(n)` up to 999. */
export function alumniRow(n: number): (string | number)[] {
  const number = residentNumber(n % 1000, `19${String(70 + Math.floor(n / 28_000)).padStart(2, '0')}01${day(n)}`)
  return [
    `张${name(n)}`,
    `30${String(n).padStart(8, '0')}`,
    number,
    '汽车与交通工程学院',
    '车辆工程',
    '本科',
    2008,
    2012,
  ]
}

const day = (n: number) => String(1 + (Math.floor(n / 1000) % 28)).padStart(2, '0')
const CHARACTERS = [...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰']
const name = (n: number) => `${CHARACTERS[n % 26]}${CHARACTERS[Math.floor(n / 26) % 26]}`

/**
 * The headers by which a column is recognised: those that Chinese student offices and English exports write. Staff see the proposal
 * and may change it.
 */
import { fieldsOf, type ImportField, type ImportKind, importFields, type Mapping } from './import-kinds'

const headers: Record<ImportField, readonly string[]> = {
  nameChinese: [
    '姓名',
    '中文姓名',
    '中文名',
    '学生姓名',
    '校友姓名',
    '持卡人',
    '姓名中文',
    'name',
    'chinesename',
    'fullname',
  ],
  nameLatin: [
    '英文姓名',
    '英文名',
    '护照姓名',
    '拼音',
    '姓名拼音',
    '外文姓名',
    'latinname',
    'englishname',
    'passportname',
    'pinyin',
  ],
  documentType: ['证件类型', '证件种类', '证件类别', '身份证件类型', 'documenttype', 'idtype'],
  documentNumber: [
    '身份证号',
    '身份证号码',
    '证件号码',
    '证件号',
    '身份证件号',
    '身份证件号码',
    '身份证',
    '公民身份号码',
    'idnumber',
    'idno',
    'documentnumber',
    'passportnumber',
  ],
  documentCountry: ['签发国', '国籍', '签发国家', '国家', '国家地区', 'country', 'issuingcountry', 'nationality'],
  school: ['学院', '院系', '所在学院', '院系名称', '学院名称', '系所', 'school', 'college', 'department', 'faculty'],
  major: ['专业', '专业名称', '所学专业', 'major', 'programme', 'program'],
  degree: ['学历', '学位', '培养层次', '学历层次', '层次', '学生类别', 'degree', 'level'],
  entryYear: [
    '入学年份',
    '入学时间',
    '入学年月',
    '入学日期',
    '年级',
    '入学',
    'entryyear',
    'entry',
    'enrolled',
    'startyear',
  ],
  graduationYear: [
    '毕业年份',
    '毕业时间',
    '毕业年月',
    '毕业日期',
    '毕业',
    '届别',
    '离校日期',
    'graduationyear',
    'graduation',
    'graduated',
    'endyear',
  ],
  studentNumber: ['学号', '学生编号', 'studentnumber', 'studentid', 'studentno'],
  campusKind: ['人员类别', '身份类别', '身份', '类别', '人员类型', '人员身份', 'kind', 'category', 'identity'],
  until: [
    '有效期至',
    '有效期',
    '到期日期',
    '截止日期',
    '有效截止日期',
    '预计毕业日期',
    'until',
    'expires',
    'validuntil',
    'expiry',
  ],
  cardNumber: ['卡号', '校友卡号', '校友卡卡号', '电子卡号', 'cardnumber', 'cardno'],
  phone: ['手机', '手机号', '手机号码', '联系电话', '电话', '移动电话', 'phone', 'mobile', 'phonenumber'],
  issued: ['发卡日期', '办卡日期', '发卡时间', '办理日期', '制卡日期', 'issued', 'issuedate', 'issuedon'],
}

/** One spelling of a header: without blanks, brackets with their remark, signs; half-width, small letters. */
function fold(header: string): string {
  return header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[（(【[].*?[)）】\]]/g, '')
    .replace(/[\s*:：_./\\-]/g, '')
}

const fieldOfHeader = new Map(
  importFields.flatMap((field) => headers[field].map((header) => [fold(header), field] as const)),
)

/** The mapping that the headers suggest; of two columns with one meaning the first. */
export function proposeMapping(kind: ImportKind, columns: readonly string[]): Mapping {
  const mapping: Mapping = {}
  for (const [index, header] of columns.entries()) {
    const field = fieldOfHeader.get(fold(header))
    if (field && fieldsOf[kind].includes(field) && mapping[field] === undefined) {
      mapping[field] = index
    }
  }
  return mapping
}

// A title, a remark and two lines of headings may stand above the rows.
const HEADER_ROWS = 15

/**
 * Finds the row of headers: of the first rows the one with most recognised headers, of equals the first. Headers that are
 * merged over two lines are taken from the line above.
 * @param rows the first rows of the sheet
 * @returns its place and the headers; the first row that is not blank when none is recognised, null when all are blank
 */
export function findHeader(
  kind: ImportKind,
  rows: readonly (readonly string[])[],
): { at: number; headers: string[] } | null {
  let best = { at: -1, score: 0 }
  for (const [at, row] of rows.slice(0, HEADER_ROWS).entries()) {
    const score = Object.keys(proposeMapping(kind, row)).length
    if (score > best.score) {
      best = { at, score }
    }
  }
  const at = best.score > 0 ? best.at : rows.findIndex((row) => row.some((cell) => cell.trim() !== ''))
  if (at < 0) {
    return null
  }
  const above = best.score > 0 ? (rows[at - 1] ?? []) : []
  const width = Math.max(rows[at]?.length ?? 0, above.length)
  return { at, headers: Array.from({ length: width }, (_, column) => headerOf(rows[at]?.[column], above[column])) }
}

function headerOf(own = '', above = ''): string {
  const text = own.trim() || (fieldOfHeader.has(fold(above)) ? above.trim() : '')
  return text.replace(/\s+/g, ' ')
}

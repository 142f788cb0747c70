/**
 * Looking 10,000 applications up in an archive of 300,000 study records, by the timer of the review function as it is
 * shipped: time per application, the whole, and requests to the database per application. A third is on record by
 * document, a third by name with something that differs, the rest are strangers with common names.
 */
import { performance } from 'node:perf_hooks'
import { nameKeys } from '../../domain/archive/names'
import { MONDAY, type TestCloud } from '../cloudfunctions/harness/cloud'
import { apply, openOffice } from '../cloudfunctions/harness/office'
import { person } from '../cloudfunctions/harness/people'
import type { Row } from './measure'
import { bench, databaseTrips, startProduct } from './product'

const RECORDS = 300_000
const APPLICATIONS = 10_000
const AT_ONCE = 5_000

const FAMILY = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕']
const GIVEN = [
  ...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红建文辉力健世广志义兴良海山仁波宁贵福生龙元全国胜学祥才发武新利清飞彬富顺信子',
]
const SCHOOLS = ['汽车与交通工程学院', '机械工程学院', '医学院', '文学院', '管理学院', '电气信息工程学院']
const MAJORS = ['车辆工程', '机械设计', '临床医学', '英语', '会计学', '自动化']

// Steps of a generator instead of randomness: every run has the same people.
let state = 1
function next(below: number): number {
  state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
  return (state >>> 8) % below
}
// Common names are much commoner than the others.
const draw = (from: readonly string[]) => from[Math.min(next(from.length), next(from.length))] ?? ''

function study() {
  const at = next(SCHOOLS.length)
  const entryYear = 1978 + next(45)
  return { school: SCHOOLS[at], major: MAJORS[at], degree: 'bachelor', entryYear, graduationYear: entryYear + 4 }
}

function alumnus(n: number) {
  const names = { nameChinese: draw(FAMILY) + draw(GIVEN) + (next(3) ? draw(GIVEN) : ''), nameLatin: '' }
  const known = { digest: n % 2 ? `document-${n}` : '', studentNumber: `A${n}`, importedAt: MONDAY }
  return { _id: `record-${n}`, ...names, ...study(), ...known, nameKeys: nameKeys(names) }
}

type Alumnus = ReturnType<typeof alumnus>

function application(model: object, n: number, known: Alumnus) {
  const { nameChinese, school, major, degree, entryYear, graduationYear } = known
  const kind = n % 3
  const own = { school, major, degree, entryYear: kind === 1 ? entryYear + 1 : entryYear, graduationYear }
  const stranger = { nameChinese: draw(FAMILY) + draw(GIVEN), studies: [study()] }
  return {
    ...model,
    _id: `application-${n}`,
    position: `${String(MONDAY).padStart(14, '0')}-${n}`,
    match: 'pending',
    digest: kind === 0 && known.digest ? known.digest : `unknown-${n}`,
    nameChinese,
    studies: [own],
    ...(kind === 2 && stranger),
  }
}

async function fill(cloud: TestCloud['cloud'], model: { _id: string }): Promise<void> {
  const { database } = cloud.world
  const known: Alumnus[] = []
  for (let first = 0; first < RECORDS; first += AT_ONCE) {
    const records = Array.from({ length: AT_ONCE }, (_, n) => alumnus(first + n))
    known.push(...records.slice(0, Math.ceil((APPLICATIONS * AT_ONCE) / RECORDS)))
    await database.insert('archive', records as never)
  }
  for (let first = 0; first < APPLICATIONS; first += AT_ONCE) {
    const made = Array.from({ length: AT_ONCE }, (_, n) => {
      return application(model, first + n, known[(first + n) % known.length] as Alumnus)
    })
    await database.insert('applications', made as never)
  }
}

async function measure(dataDir: string): Promise<Row[]> {
  const ecard = await startProduct(dataDir)
  await openOffice(ecard)
  const { id } = await apply(ecard, person(1))
  await fill(ecard.cloud, ecard.record('applications', id))
  const { world, controls } = ecard.cloud
  world.scheduler.watch([])
  world.statistics.reset()
  const started = performance.now()
  let ticks = 0
  while (world.database.find('applications', { query: { match: 'pending' }, limit: 1 } as never).length > 0) {
    await controls.fireTimer('review')
    ticks += 1
  }
  const seconds = (performance.now() - started) / 1000
  const total = databaseTrips(ecard)
  await ecard.cloud.stop()
  const what = `matching ${APPLICATIONS} applications with ${RECORDS} records`
  return [
    { what, value: seconds, unit: 's', note: `${ticks} ticks of the timer` },
    { what: `${what}: each`, value: (seconds * 1000) / APPLICATIONS, unit: 'ms' },
    { what: `${what}: round trips each`, value: total / APPLICATIONS, unit: '' },
  ]
}

bench(measure)

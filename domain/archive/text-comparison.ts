/** Whether two names of a school, or of a field of study, mean the same. */
import { type Comparison, DIFFERENT, SAME } from './agreement'
import { simplify } from './chinese-characters'
import { colleges, predecessors, universityNames } from './schools'

const SIMILAR = 0.5
const UNKNOWN: Comparison = { agreement: 'unknown', why: 'not_on_record' }

/** Compares colleges, faculties and departments; earlier names and merged schools count as the same. */
export function compareSchools(form: string, record: string): Comparison {
  const [mine, theirs] = [schoolKey(form), schoolKey(record)]
  if (theirs === '') {
    return UNKNOWN
  }
  if (mine === theirs) {
    return SAME
  }
  if (groupOf(mine) !== undefined && groupOf(mine) === groupOf(theirs)) {
    return { agreement: 'equivalent', why: 'renamed' }
  }
  if (belongsTo(mine, theirs) || belongsTo(theirs, mine)) {
    return { agreement: 'equivalent', why: 'merged' }
  }
  return compareTexts(mine, theirs)
}

/** Compares fields of study. */
export function compareMajors(form: string, record: string): Comparison {
  const [mine, theirs] = [majorKey(form), majorKey(record)]
  return theirs === '' ? UNKNOWN : compareTexts(mine, theirs)
}

function compareTexts(mine: string, theirs: string): Comparison {
  if (mine === theirs) {
    return SAME
  }
  if (isHan(mine) !== isHan(theirs)) {
    return { agreement: 'unknown', why: 'other_language' }
  }
  const contained = mine.length > 1 && theirs.length > 1 && (mine.includes(theirs) || theirs.includes(mine))
  return contained || likeness(mine, theirs) >= SIMILAR ? { agreement: 'close', why: 'similar' } : DIFFERENT
}

/** Dice coefficient of letter pairs, 0 to 1. */
function likeness(mine: string, theirs: string): number {
  const rest = pairsOf(theirs)
  const all = pairsOf(mine)
  const total = all.length + rest.length
  let shared = 0
  for (const pair of all) {
    const at = rest.indexOf(pair)
    if (at >= 0) {
      rest.splice(at, 1)
      shared += 1
    }
  }
  return total === 0 ? 0 : (2 * shared) / total
}

function pairsOf(text: string): string[] {
  const letters = [...text]
  return letters.slice(1).map((letter, index) => `${letters[index]}${letter}`)
}

const isHan = (text: string) => /\p{Script=Han}/u.test(text)

function fold(text: string): string {
  return simplify(text.normalize('NFKC').toLowerCase()).replace(/[^\p{L}\p{N}]/gu, '')
}

function majorKey(text: string): string {
  return fold(text.replace(/[（(][^）)]*[）)]/g, '')).replace(/专业$/, '')
}

const wholes = universityNames.map(fold)

/** The name without this university's own around it; 江苏大学汽车学院 is 汽车学院. */
function schoolKey(text: string): string {
  const folded = fold(text)
  if (groups.has(folded) || wholes.includes(folded) || isPredecessor(folded)) {
    return folded
  }
  const before = wholes.find((name) => folded.startsWith(name))
  const after = wholes.find((name) => folded.endsWith(name))
  return folded.slice(before?.length ?? 0, folded.length - (before === undefined ? (after?.length ?? 0) : 0))
}

const groups = new Map(colleges.flatMap((names, group) => names.map((name) => [fold(name), group] as const)))
const merged = predecessors.map(({ names, colleges: today }) => ({
  names: names.map(fold),
  colleges: today.map(fold),
}))

const groupOf = (key: string) => groups.get(key)

function isPredecessor(key: string): boolean {
  return merged.some(({ names }) => names.some((name) => key.startsWith(name)))
}

/** True when `school` stands for a whole university of which `college` was or is a part. */
function belongsTo(college: string, school: string): boolean {
  if (wholes.includes(school)) {
    return true
  }
  const predecessor = merged.find(({ names }) => names.includes(school))
  if (!predecessor) {
    return false
  }
  const within = college.startsWith(school) || predecessor.colleges.length === 0
  return within || predecessor.colleges.some((name) => name === college || sameGroup(name, college))
}

function sameGroup(some: string, other: string): boolean {
  const group = groupOf(some)
  return group !== undefined && group === groupOf(other)
}

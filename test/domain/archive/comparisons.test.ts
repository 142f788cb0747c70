/** Names, schools and fields of study held beside each other: every agreement and its reason. */
import { compareNames, foldName } from '../../../domain/archive/name-comparison'
import { nameKeys } from '../../../domain/archive/names'
import { compareMajors, compareSchools } from '../../../domain/archive/text-comparison'

const isChinese = (name: string) => /\p{Script=Han}/u.test(name)
const named = (name: string) => ({
  nameChinese: isChinese(name) ? name : '',
  nameLatin: isChinese(name) ? '' : name,
})
const names = (form: string, record: string) => {
  const there = named(record)
  return compareNames(foldName(named(form)), { ...there, nameKeys: nameKeys(there) })
}
const found = (agreement: string, why?: string) => (why ? { agreement, why } : { agreement })

test.each([
  ['张晓明', '张 晓明', found('same')],
  ['张晓明', '張曉明', found('equivalent', 'characters')],
  ['买买提·艾力', '买买提艾力', found('equivalent', 'characters')],
  ['买买提·艾力', '买买提', found('close', 'middle_name')],
  ['张伟', '章炜', found('close', 'same_sound')],
  ['张伟', '李芳', found('different')],
  ['ZHANG XIAOMING', '张晓明', found('equivalent', 'pinyin')],
  ['张晓明', 'Xiao-Ming Zhang', found('equivalent', 'pinyin')],
  ['ZHANG XIAOMING', '李芳', found('different')],
  ['JOSÉ MUÑOZ', 'Jose Munoz', found('same')],
  ['OKAFOR AMARA', 'Amara Okafor', found('equivalent', 'spelling')],
  ['JOHN QUINCY ADAMS', 'John Adams', found('close', 'middle_name')],
  ['John Q. Adams', 'ADAMS JOHN QUINCY', found('close', 'middle_name')],
  ['JOHN ADAMS', 'Amara Okafor', found('different')],
])('the name %s beside %s', (form, record, expected) => {
  expect(names(form, record)).toEqual(expected)
})

test.each([
  ['汽车与交通工程学院', '汽车与交通工程学院', found('same')],
  ['江苏大学汽车与交通工程学院', '汽车与交通工程学院', found('same')],
  ['School of Management, Jiangsu University', 'school of management', found('same')],
  ['汽车与交通工程学院', '汽车工程系', found('equivalent', 'renamed')],
  ['School of Automotive and Traffic Engineering', '汽车学院', found('equivalent', 'renamed')],
  ['医学院', '镇江医学院', found('equivalent', 'merged')],
  ['鎮江師專', '教师教育学院', found('equivalent', 'merged')],
  ['机械工程学院', '江苏理工大学', found('equivalent', 'merged')],
  ['江苏大学', '文学院', found('equivalent', 'merged')],
  ['汽车与交通工程学院', '汽车与交通工程', found('close', 'similar')],
  ['汽车与交通工程学院', '镇江医学院', found('different')],
  ['School of Law', '文学院', found('unknown', 'other_language')],
  ['文学院', '', found('unknown', 'not_on_record')],
])('the school %s beside %s', (form, record, expected) => {
  expect(compareSchools(form, record)).toEqual(expected)
})

test.each([
  ['车辆工程', '車輛工程專業', found('same')],
  ['车辆工程', '车辆工程（师范）', found('same')],
  ['机械设计制造及其自动化', '机械制造及自动化', found('close', 'similar')],
  ['车辆工程', '临床医学', found('different')],
  ['Food Science', '食品科学与工程', found('unknown', 'other_language')],
  ['车辆工程', '', found('unknown', 'not_on_record')],
])('the major %s beside %s', (form, record, expected) => {
  expect(compareMajors(form, record)).toEqual(expected)
})

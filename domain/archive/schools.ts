/**
 * Names under which one and the same school stands in archives and in people's memory. This table is this university's, like
 * domain/university.ts, but stays in the functions: phones do not need it.
 *
 * TO BE COMPLETED BY THE UNIVERSITY: the predecessors are public history (merger of August 2001); the renamed colleges are
 * those that can be read on its public pages and are not all.
 */

/** A school that became part of this university. `colleges`: where its people belong today; empty: anywhere. */
export type Predecessor = { readonly names: readonly string[]; readonly colleges: readonly string[] }

export const universityNames: readonly string[] = ['江苏大学', 'Jiangsu University', 'JSU', 'UJS']

export const predecessors: readonly Predecessor[] = [
  {
    names: [
      '江苏理工大学',
      '江苏工学院',
      '镇江农业机械学院',
      'Jiangsu University of Science and Engineering',
      'Jiangsu Institute of Technology',
    ],
    colleges: [],
  },
  {
    names: ['镇江医学院', 'Zhenjiang Medical College'],
    colleges: ['医学院', '药学院', '基础医学与医学技术学院', '临床医学院', 'School of Medicine', 'School of Pharmacy'],
  },
  {
    names: ['镇江师范专科学校', '镇江师专', "Zhenjiang Teachers' College", 'Zhenjiang Teachers College'],
    colleges: ['师范学院', '教师教育学院', '文学院', '理学院', '外国语学院', '艺术学院', 'School of Teacher Education'],
  },
]

/** Each line is one college under all its names; the first is today's. */
export const colleges: readonly (readonly string[])[] = [
  [
    '汽车与交通工程学院',
    '汽车工程学院',
    '汽车学院',
    '汽车工程系',
    'School of Automotive and Traffic Engineering',
    'School of Automobile and Traffic Engineering',
  ],
  [
    '计算机科学与通信工程学院',
    '计算机学院',
    '计算机科学与工程系',
    'School of Computer Science and Communication Engineering',
    'School of Computer Science and Telecommunication Engineering',
  ],
  ['电气信息工程学院', '电气学院', '电气工程系', 'School of Electrical and Information Engineering'],
  ['食品与生物工程学院', '食品学院', '食品工程系', 'School of Food and Biological Engineering'],
  ['农业工程学院', '农业装备工程学院', '农业机械工程系', '农机系', 'School of Agricultural Engineering'],
  ['机械工程学院', '机械工程系', 'School of Mechanical Engineering'],
  ['能源与动力工程学院', '能源动力学院', '动力机械工程系', 'School of Energy and Power Engineering'],
  ['管理学院', '工商管理学院', '管理工程系', 'School of Management'],
  ['医学院', '基础医学与医学技术学院', '临床医学院', 'School of Medicine'],
  ['教师教育学院', '师范学院', 'School of Teacher Education'],
]

/** The words of the fields of an identity document, in Chinese; documents-en.ts has the same shape. */
import type { DocumentType } from '../../lib/domain'

const documentTypes: Record<DocumentType, { name: string; hint: string }> = {
  resident_id: { name: '居民身份证', hint: '18 位，最后一位可能是字母 X' },
  passport: { name: '护照', hint: '护照资料页右上角的字母和数字' },
  travel_permit_hk_macao: { name: '港澳居民来往内地通行证', hint: 'H 或 M 开头，后接 8 位数字' },
  travel_permit_taiwan: { name: '台湾居民来往大陆通行证', hint: '8 位数字' },
  residence_permit_hmt: { name: '港澳台居民居住证', hint: '18 位，以 81、82 或 83 开头' },
  permanent_residence_2023: { name: '外国人永久居留身份证（五星卡）', hint: '18 位，以 9 开头' },
  permanent_residence_2017: { name: '外国人永久居留身份证（旧版）', hint: '3 位字母加 12 位数字' },
}

export const documents = {
  type: '证件类型',
  country: '签发国家或地区',
  number: '证件号码',
  types: documentTypes,
  choose: '请选择',
  search: '搜索国家或地区',
  common: '常用',
  all: '全部国家和地区',
  nothingFound: '没有找到，换个名称试试',
  close: '关闭',
}

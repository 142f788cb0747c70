/** The words of the fields of an identity document, in English. */
import type { AlumniWords } from './words'

const documentTypes: AlumniWords['documents']['types'] = {
  resident_id: { name: 'Chinese resident ID card', hint: '18 characters, the last one may be X' },
  passport: { name: 'Passport', hint: 'The letters and digits at the top right of the data page' },
  travel_permit_hk_macao: { name: 'Mainland travel permit, Hong Kong / Macao', hint: 'H or M and 8 digits' },
  travel_permit_taiwan: { name: 'Mainland travel permit, Taiwan', hint: '8 digits' },
  residence_permit_hmt: { name: 'Residence permit, HK / Macao / Taiwan', hint: '18 characters, begins 81, 82 or 83' },
  permanent_residence_2023: {
    name: "Foreigner's permanent residence card (2023)",
    hint: '18 characters, begins with 9',
  },
  permanent_residence_2017: { name: "Foreigner's permanent residence card (2017)", hint: '3 letters and 12 digits' },
}

export const documents: AlumniWords['documents'] = {
  type: 'Document',
  country: 'Issuing country or region',
  number: 'ID number',
  types: documentTypes,
  choose: 'Choose',
  search: 'Search countries and regions',
  common: 'Common',
  all: 'All countries and regions',
  nothingFound: 'Nothing found. Try another name',
  close: 'Close',
}

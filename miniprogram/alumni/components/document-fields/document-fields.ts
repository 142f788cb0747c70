/**
 * The identity document: its type, the issuing country of a passport, and its number, with the keyboard that fits.
 *   <document-fields document="{{document}}" errors="{{errors}}" bind:change="onDocument" bind:leave="onLeave" />
 * Emits `change` with the whole document, `leave` with the path of the field that was left ("document.number").
 */
import { localised } from '../../../i18n/localised'
import { type Document, type DocumentType, documentTypes, isIssuedInChina, type Language } from '../../../lib/domain'
import { alumniWords, section } from '../../words/words'

// The order in which alumni hold them; the rules list them by kind.
const TYPES: readonly DocumentType[] = [
  'resident_id',
  'passport',
  'travel_permit_hk_macao',
  'travel_permit_taiwan',
  ...documentTypes.filter((type) => type.startsWith('residence') || type.startsWith('permanent')),
]
const KEYBOARDS: Partial<Record<DocumentType, string>> = {
  resident_id: 'idcard',
  residence_permit_hmt: 'idcard',
  permanent_residence_2023: 'idcard',
  travel_permit_taiwan: 'number',
}
const MAX_LENGTH = 24

Component({
  behaviors: [localised(section('documents'))],
  properties: {
    document: { type: Object, value: { type: 'resident_id', country: '', number: '' } },
    errors: { type: Object, value: {} },
    /** Replaces the hint of the number, e.g. that it may stay empty. */
    numberHint: { type: String, value: '' },
  },
  data: { names: [] as string[], index: 0, hint: '', keyboard: 'text', asksCountry: false, maxLength: MAX_LENGTH },
  observers: {
    'document, language'(document: Document, language: Language) {
      const { types } = alumniWords[language].documents
      this.setData({
        names: TYPES.map((type) => types[type].name),
        index: TYPES.indexOf(document.type),
        hint: types[document.type].hint,
        keyboard: KEYBOARDS[document.type] ?? 'text',
        asksCountry: !isIssuedInChina(document.type),
      })
    },
  },
  methods: {
    onType(event: WechatMiniprogram.PickerChange) {
      const type = TYPES[Number(event.detail.value)] ?? 'resident_id'
      this.change({ type, country: isIssuedInChina(type) ? 'CHN' : '' })
    },
    onCountry(event: WechatMiniprogram.CustomEvent<{ code: string }>) {
      this.change({ country: event.detail.code })
      this.triggerEvent('leave', { field: 'document.country' })
    },
    onNumber(event: WechatMiniprogram.Input) {
      this.change({ number: event.detail.value })
    },
    onNumberLeft() {
      this.triggerEvent('leave', { field: 'document.number' })
    },
    change(changed: Partial<Document>) {
      this.triggerEvent('change', { ...(this.data.document as Document), ...changed })
    },
  },
})

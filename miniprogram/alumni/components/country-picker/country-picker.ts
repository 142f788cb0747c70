/**
 * Chooses a country from a searchable list that rises from below.
 *   <country-picker code="{{document.country}}" wrong="{{!!error}}" bind:choose="onCountry" />
 * Emits `choose` with { code }.
 */
import { localised } from '../../../i18n/localised'
import type { Language } from '../../../lib/domain'
import { language } from '../../../services/language'
import { section } from '../../words/words'
import { type CountryRow, commonCountries, countryName, findCountries } from './countries'

Component({
  behaviors: [localised(section('documents'))],
  properties: {
    code: { type: String, value: '' },
    wrong: { type: Boolean, value: false },
  },
  data: { name: '', open: false, search: '', common: [] as CountryRow[], rows: [] as CountryRow[] },
  observers: {
    'code, language'(code: string, now: Language) {
      this.setData({ name: countryName(code, now) })
    },
  },
  methods: {
    onOpen() {
      this.setData({
        open: true,
        search: '',
        common: commonCountries(language()),
        rows: findCountries('', language()),
      })
    },
    onVisible(event: WechatMiniprogram.CustomEvent<{ visible: boolean }>) {
      this.setData({ open: event.detail.visible })
    },
    onClose() {
      this.setData({ open: false })
    },
    onSearch(event: WechatMiniprogram.Input) {
      const search = event.detail.value
      this.setData({ search, rows: findCountries(search, language()) })
    },
    onChoose(event: WechatMiniprogram.TouchEvent) {
      const { code } = event.currentTarget.dataset as { code: string }
      this.setData({ open: false })
      this.triggerEvent('choose', { code })
    },
  },
})

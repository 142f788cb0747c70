/**
 * The card as an object, 85.6 × 54: university, name, number, class, validity, portrait, and the curves of its number.
 *   <card-face name="张小明" number="8123456786" valid="2028年11月22日" portrait="{{url}}" note="{{t.someState}}" />
 * Without a number it is the blank that waits for its holder. `note` is a short word in the corner (class or state). When the
 * portrait cannot be read it emits `portraitlost` and shows the first letter of the name.
 */
import { sayCardNumber } from '../../i18n/card-number'
import { localised } from '../../i18n/localised'
import { section } from '../../i18n/words'
import { type Language, university } from '../../lib/domain'
import { guilloche } from './guilloche'

Component({
  behaviors: [localised(section('face'))],
  properties: {
    name: { type: String, value: '' },
    number: { type: String, value: '' },
    valid: { type: String, value: '' },
    portrait: { type: String, value: '' },
    note: { type: String, value: '' },
  },
  data: { accent: university.colours.accent, issuer: '', product: '', curves: '', grouped: '', initial: '' },
  observers: {
    language(language: Language) {
      this.setData({ issuer: university.name[language], product: university.cardName[language] })
    },
    number(number: string) {
      this.setData({ grouped: sayCardNumber(number), curves: guilloche(number || '8000000000') })
    },
    name(name: string) {
      this.setData({ initial: [...name.trim()][0] ?? '' })
    },
  },
  methods: {
    onPortraitLost() {
      this.setData({ portrait: '' })
      this.triggerEvent('portraitlost')
    },
  },
})

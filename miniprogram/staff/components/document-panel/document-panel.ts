/**
 * The document of the application on the desk. Seeing its full number is one tap, logged, shown to the applicant, and hidden
 * again after a while, when the page is left and at the next application.
 *   <document-panel id="document" application="{{id}}" type="…" country="…" masked="…" />
 */
import { localised } from '../../../i18n/localised'
import type { RefusalCode } from '../../../lib/domain'
import { review } from '../../../services/review'
import { groupNumber } from '../../views/application'
import { section } from '../../words'

/** A full number stays on the screen this long. */
const NUMBER_STAYS_MS = 30_000

Component({
  behaviors: [localised(section('application'))],
  properties: {
    application: { type: String, value: '' },
    type: { type: String, value: '' },
    country: { type: String, value: '' },
    masked: { type: String, value: '' },
  },
  data: { fullNumber: '', revealing: false, refusal: '' as RefusalCode | '', details: {} as object, hiding: 0 },
  observers: {
    application() {
      this.hide()
      this.setData({ refusal: '' })
    },
  },
  lifetimes: {
    detached() {
      this.hide()
    },
  },
  methods: {
    async toggle() {
      if (this.data.fullNumber !== '') {
        this.hide()
      } else if (!this.data.revealing) {
        await this.reveal(this.data.application)
      }
    },
    async reveal(id: string) {
      this.setData({ revealing: true, refusal: '' })
      const reply = await review('revealDocument', { id })
      this.setData({ revealing: false })
      // The desk may have gone on to another application meanwhile.
      if (id !== this.data.application) {
        return
      }
      if (reply.ok) {
        const hiding = setTimeout(() => this.hide(), NUMBER_STAYS_MS) as unknown as number
        this.setData({ fullNumber: groupNumber(reply.value.document), hiding })
      } else {
        this.setData({ refusal: reply.code, details: reply.details ?? {} })
      }
    },
    hide() {
      clearTimeout(this.data.hiding)
      this.setData({ fullNumber: '' })
    },
  },
})

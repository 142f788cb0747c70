/**
 * One application of a sample: the face beside the name, what the archive says, the proof. A photo opens at a tap.
 *   <sample-card item="{{item}}" />
 */
import { localised } from '../../../i18n/localised'
import type { SampleView } from '../../views/bulk'
import { section } from '../../words'

Component({
  behaviors: [localised(section('bulk'))],
  properties: { item: { type: Object, value: {} as SampleView } },
  methods: {
    onZoom(event: WechatMiniprogram.TouchEvent) {
      const { url } = event.currentTarget.dataset as { url: string }
      const { portraitUrl, proofUrl } = this.data.item
      wx.previewImage({ current: url, urls: [portraitUrl, proofUrl].filter(Boolean) })
    },
  },
})

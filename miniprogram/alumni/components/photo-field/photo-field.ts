/**
 * One photo: choose, upload with progress, look at it, replace it, try again.
 *   <photo-field label hint file="{{form.portrait}}" code="{{errors.portrait}}" bind:change="onPhoto" data-field="portrait" />
 * Emits `change` with { file, path }: the file ID ('' while another one is on its way) and the picture on this phone. A photo of an earlier visit is shown by a
 * sign, because phones may not read what they uploaded.
 */
import { fill } from '../../../i18n/fill'
import { localised } from '../../../i18n/localised'
import { language } from '../../../services/language'
import { choosePhoto, uploadPhoto } from '../../services/photos'
import { alumniWords, section } from '../../words/words'

Component({
  behaviors: [localised(section('photo'))],
  properties: {
    label: { type: String, value: '' },
    hint: { type: String, value: '' },
    note: { type: String, value: '' },
    file: { type: String, value: '' },
    code: { type: String, value: '' },
    tall: { type: Boolean, value: false },
    /** The picture on this phone, when the page still knows it. */
    preview: { type: String, value: '' },
  },
  data: { state: 'empty' as 'empty' | 'uploading' | 'failed' | 'too_large' | 'done', path: '', progress: '' },
  observers: {
    file(file: string) {
      if (file && this.data.state !== 'uploading') {
        this.setData({ state: 'done' })
      }
    },
    preview(preview: string) {
      if (preview) {
        this.setData({ path: preview })
      }
    },
  },
  methods: {
    async onChoose() {
      const chosen = await choosePhoto()
      if (chosen.ok) {
        this.setData({ path: chosen.path })
        await this.upload()
      } else if (chosen.why === 'too_large') {
        this.setData({ state: 'too_large' })
      }
    },
    async upload() {
      const { path } = this.data
      this.triggerEvent('change', { file: '', path })
      this.showProgress(0)
      try {
        const file = await uploadPhoto(path, (percent) => this.showProgress(percent))
        this.setData({ state: 'done' })
        this.triggerEvent('change', { file, path })
      } catch {
        this.setData({ state: 'failed' })
      }
    },
    showProgress(percent: number) {
      const { uploading } = alumniWords[language()].photo
      this.setData({ state: 'uploading', progress: fill(uploading, { percent: Math.round(percent) }) })
    },
    onPreview() {
      const { path } = this.data
      if (path) {
        wx.previewImage({ urls: [path] })
      }
    },
  },
})

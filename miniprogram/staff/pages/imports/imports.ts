/**
 * Importing lists: what the list is, then the file; below, what was imported lately. The file goes up, its own page shows what
 * is in it. Source: product "Staff office".
 */
import { fill } from '../../../i18n/fill'
import { localised } from '../../../i18n/localised'
import { type ImportKind, type ImportView, MOST_MEGABYTES, type RefusalCode } from '../../../lib/domain'
import { language } from '../../../services/language'
import { archive, uploadFile } from '../../archive'
import { chooseFile } from '../../chosen-file'
import { importLines, kindChoices } from '../../views/imports'
import { section, words } from '../../words'

// WeChat opens this page once at a time; what is not for the screen lives here.
let imports: ImportView[] | null = null

Component({
  behaviors: [localised(section('imports'))],
  data: {
    state: 'loading',
    code: '' as RefusalCode | '',
    refusal: '' as RefusalCode | '',
    kinds: [] as ReturnType<typeof kindChoices>,
    kind: 'alumni' as ImportKind,
    lines: [] as ReturnType<typeof importLines>,
    uploading: '',
    percent: 0,
    problem: '',
  },
  observers: {
    language() {
      this.render()
    },
  },
  methods: {
    onLoad() {
      imports = null
      this.render()
    },
    async onShow() {
      await this.load()
    },
    async onPullDownRefresh() {
      await this.load()
      wx.stopPullDownRefresh()
    },
    async load() {
      const reply = await archive('imports', {})
      if (reply.ok) {
        imports = reply.value.imports
      }
      this.setData({ state: imports ? 'ready' : 'error', code: reply.ok ? '' : reply.code })
      this.render()
    },
    render() {
      this.setData({ kinds: kindChoices(language()), lines: importLines(imports ?? [], language()) })
    },
    onKind(event: WechatMiniprogram.TouchEvent) {
      const { id } = event.currentTarget.dataset as { id: ImportKind }
      this.setData({ kind: id, problem: '' })
    },
    async onChoose() {
      if (this.data.uploading !== '') {
        return
      }
      const sentences = words[language()].imports
      const file = await chooseFile()
      this.setData({ problem: '', refusal: '' })
      if (!file.ok) {
        const problem = file.why === 'cancelled' ? '' : fill(sentences[file.why], { most: MOST_MEGABYTES })
        this.setData({ problem })
        return
      }
      this.onUploaded(0)
      const reply = await uploadFile(this.data.kind, file, (percent) => this.onUploaded(percent))
      this.setData({ uploading: '' })
      if (!reply.ok) {
        this.setData({ refusal: reply.code })
      } else if (reply.value === null) {
        this.setData({ problem: sentences.uploadFailed })
      } else {
        wx.navigateTo({ url: `/staff/pages/import/import?id=${reply.value.id}` })
      }
    },
    onUploaded(percent: number) {
      this.setData({ percent, uploading: fill(words[language()].imports.uploading, { percent }) })
    },
    onImport(event: WechatMiniprogram.TouchEvent) {
      const { id } = event.currentTarget.dataset as { id: string }
      wx.navigateTo({ url: `/staff/pages/import/import?id=${id}` })
    },
  },
})

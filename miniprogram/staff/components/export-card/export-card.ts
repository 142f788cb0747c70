/**
 * One export: how far it is, its files to open or to send to a chat, and removing them.
 *   <export-card row="{{row}}" bind:change="onChange" />
 * `change` carries the export as it is once its files are removed.
 */
import { localised } from '../../../i18n/localised'
import type { ExportView, RefusalCode } from '../../../lib/domain'
import { fetchFile, openWorkbook, sendFile } from '../../../services/documents'
import { office } from '../../../services/office'
import type { ExportRow } from '../../views/exports'
import { section } from '../../words'

Component({
  behaviors: [localised(section('exports'))],
  properties: { row: { type: Object, value: {} as ExportRow } },
  data: { refusal: '' as RefusalCode | '' },
  methods: {
    async onOpen(event: WechatMiniprogram.TouchEvent) {
      await this.fetched(event, openWorkbook)
    },
    async onSend(event: WechatMiniprogram.TouchEvent) {
      await this.fetched(event, sendFile)
    },
    async fetched(event: WechatMiniprogram.TouchEvent, use: (path: string, name: string) => Promise<boolean>) {
      const { file } = event.currentTarget.dataset as { file: number }
      wx.showLoading({ title: this.data.t.downloading })
      const reply = await office('exportFile', { id: this.data.row.id, file })
      const path = reply.ok ? await fetchFile(reply.value.url) : null
      wx.hideLoading()
      this.setData({ refusal: reply.ok ? '' : reply.code })
      if (reply.ok && path === null) {
        wx.showToast({ title: this.data.t.failed, icon: 'none' })
      } else if (reply.ok && path !== null) {
        await use(path, reply.value.name)
      }
    },
    async onRemove() {
      const reply = await office('removeExport', { id: this.data.row.id })
      this.setData({ refusal: reply.ok ? '' : reply.code })
      if (reply.ok) {
        this.triggerEvent('change', reply.value.export satisfies ExportView)
        wx.showToast({ title: this.data.t.removed, icon: 'none' })
      }
    },
  },
})

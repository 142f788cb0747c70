/**
 * Turnstiles and hand scanners: an administrator names one and its point and gets its key, which is shown once. A key that was
 * lost is revoked and a new one made. Source: product "Gate" (an HTTPS endpoint with a key of their own).
 */
import { fill } from '../../../i18n/fill'
import { localised } from '../../../i18n/localised'
import type { DeviceView, RefusalCode } from '../../../lib/domain'
import { language } from '../../../services/language'
import { office } from '../../../services/office'
import { deviceLines, keyLines, pointChoices } from '../../views/devices'
import { section, words } from '../../words'

// WeChat opens this page once at a time; what is not for the screen lives here. The key is never stored.
let devices: DeviceView[] | null = null
let made: { name: string; key: string } | null = null

Component({
  behaviors: [localised(section('devices'))],
  data: {
    state: 'loading',
    code: '' as RefusalCode | '',
    refusal: '' as RefusalCode | '',
    lines: [] as ReturnType<typeof deviceLines>,
    points: [] as ReturnType<typeof pointChoices>,
    point: '',
    name: '',
    missing: '',
    busy: false,
    keyHead: '',
    keyLines: [] as string[],
    revoking: '',
    question: null as object | null,
  },
  observers: {
    language() {
      this.render()
    },
  },
  methods: {
    async onLoad() {
      devices = null
      made = null
      await this.load()
    },
    onUnload() {
      made = null
    },
    async load() {
      this.setData({ state: devices ? 'ready' : 'loading', code: '' })
      const reply = await office('devices', {})
      if (reply.ok) {
        devices = reply.value.devices
      }
      this.setData({ state: devices ? 'ready' : 'error', code: reply.ok ? '' : reply.code })
      this.render()
    },
    render() {
      const { devices: sentences } = words[language()]
      const revoking = devices?.find(({ id }) => id === this.data.revoking)
      this.setData({
        lines: deviceLines(devices ?? [], language()),
        points: pointChoices(language()),
        keyHead: made ? fill(sentences.keyHead, { name: made.name }) : '',
        keyLines: made ? keyLines(made.key) : [],
        question: revoking
          ? {
              title: fill(sentences.revokeHead, { name: revoking.name }),
              content: sentences.revokeHint,
              confirm: sentences.revoke,
              cancel: sentences.notNow,
            }
          : null,
      })
    },
    onName(event: WechatMiniprogram.Input) {
      this.setData({ name: event.detail.value, missing: '' })
    },
    onPoint(event: WechatMiniprogram.TouchEvent) {
      const { id } = event.currentTarget.dataset as { id: string }
      this.setData({ point: id, missing: '' })
    },
    async onAdd() {
      const { point, busy, t } = this.data
      const name = this.data.name.trim()
      if (busy) {
        return
      }
      if (name === '' || point === '') {
        this.setData({ missing: name === '' ? t.nameMissing : t.pointMissing })
        return
      }
      this.setData({ busy: true, refusal: '' })
      const reply = await office('addDevice', { name, point })
      this.setData({ busy: false })
      if (!reply.ok) {
        this.setData({ refusal: reply.code })
        return
      }
      made = { name, key: reply.value.key }
      devices = [reply.value.device, ...(devices ?? [])]
      this.setData({ name: '', point: '' })
      this.render()
    },
    onCopy() {
      // WeChat says by itself that it was copied.
      wx.setClipboardData({ data: made?.key ?? '' })
    },
    onKept() {
      made = null
      this.render()
    },
    onRevoke(event: WechatMiniprogram.TouchEvent) {
      const { id } = event.currentTarget.dataset as { id: string }
      this.setData({ revoking: id, refusal: '' })
      this.render()
    },
    onNotNow() {
      this.setData({ revoking: '' })
      this.render()
    },
    async onConfirm() {
      const { revoking } = this.data
      this.onNotNow()
      const reply = await office('revokeDevice', { id: revoking })
      if (!reply.ok) {
        this.setData({ refusal: reply.code })
        return
      }
      devices = (devices ?? []).map((device) => (device.id === revoking ? reply.value.device : device))
      this.render()
    },
  },
})

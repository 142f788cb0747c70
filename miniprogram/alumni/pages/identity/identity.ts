/**
 * Documents of one person: look up by card or document, join another document with a reason, separate one again (admins). It
 * stands in this package because the fields of a document do. Rules: domain/identity/aliases.ts.
 */
import { fill } from '../../../i18n/fill'
import { localised } from '../../../i18n/localised'
import type {
  Document,
  IdentityView,
  JoinReason,
  LookUpReason,
  OfficeReplies,
  OfficeRequest,
  RefusalCode,
} from '../../../lib/domain'
import { now } from '../../../services/clock'
import { language } from '../../../services/language'
import { office } from '../../../services/office'
import type { Reply } from '../../../services/request'
import { knownRole } from '../../../services/staff-role'
import { alumniWords, section } from '../../words/words'
import { blankForm } from '../form/blank'
import { missingToJoin, referenceOf } from './asking'
import { identityLines, reasonChoices, revokeChoices, whyChoices } from './view'

const blankDocument = (): Document => blankForm().document

// WeChat opens this page once at a time; what is not for the screen lives here.
let found: IdentityView | null = null
let cards: string[] = []

Component({
  behaviors: [localised(section('identity'))],
  data: {
    way: 'card' as 'card' | 'document',
    cardNumber: '',
    document: blankDocument(),
    other: blankDocument(),
    why: '' as LookUpReason | '',
    whys: [] as ReturnType<typeof whyChoices>,
    missing: '',
    busy: false,
    refusal: '' as RefusalCode | '',
    details: {} as Readonly<Record<string, string | number>>,
    view: null as ReturnType<typeof identityLines> | null,
    isAdmin: false,
    reasons: [] as ReturnType<typeof reasonChoices>,
    reason: '' as JoinReason | '',
    note: '',
    revokes: [] as ReturnType<typeof revokeChoices>,
    revoke: '',
  },
  observers: {
    language() {
      this.render()
    },
  },
  methods: {
    async onLoad({ number = '' }: { number?: string }) {
      found = null
      cards = []
      this.setData({ cardNumber: number, isAdmin: knownRole() === 'admin' })
      this.render()
      if (number !== '') {
        await this.onFind()
      }
    },
    render() {
      const spoken = language()
      wx.setNavigationBarTitle({ title: alumniWords[spoken].identity.title })
      this.setData({
        view: found && identityLines(found, spoken, now()),
        whys: whyChoices(spoken),
        reasons: reasonChoices(spoken),
        revokes: revokeChoices(cards, spoken),
      })
    },
    onWay(event: WechatMiniprogram.TouchEvent) {
      const { id } = event.currentTarget.dataset as { id: 'card' | 'document' }
      found = null
      this.setData({ way: id, missing: '', refusal: '' })
      this.render()
    },
    onCardNumber(event: WechatMiniprogram.Input) {
      this.setData({ cardNumber: event.detail.value, missing: '' })
    },
    onDocument(event: WechatMiniprogram.CustomEvent<Document>) {
      this.setData({ document: event.detail, missing: '' })
    },
    onOther(event: WechatMiniprogram.CustomEvent<Document>) {
      cards = []
      this.setData({ other: event.detail, missing: '', revokes: [], revoke: '' })
    },
    onReason(event: WechatMiniprogram.TouchEvent) {
      const { id } = event.currentTarget.dataset as { id: JoinReason }
      this.setData({ reason: id, missing: '' })
    },
    onNote(event: WechatMiniprogram.Input) {
      this.setData({ note: event.detail.value, missing: '' })
    },
    onRevoke(event: WechatMiniprogram.TouchEvent) {
      const { id } = event.currentTarget.dataset as { id: string }
      this.setData({ revoke: id })
    },
    onWhy(event: WechatMiniprogram.TouchEvent) {
      const { id } = event.currentTarget.dataset as { id: LookUpReason }
      this.setData({ why: id, missing: '' })
    },
    async onFind() {
      const of = referenceOf(this.data)
      const { t, why } = this.data
      if (!of) {
        this.setData({ missing: t.missing })
      } else if ('cardNumber' in of) {
        await this.lookUp({ of })
      } else if (why === '') {
        this.setData({ missing: t.whyMissing })
      } else {
        await this.lookUp({ of, why })
      }
    },
    async lookUp(asked: OfficeRequest<'identity'>) {
      found = null
      this.setData({ busy: true, refusal: '' })
      this.show(await office('identity', asked))
    },
    show(reply: Reply<OfficeReplies['identity']>) {
      found = reply.ok ? reply.value.identity : found
      const details = reply.ok ? {} : (reply.details ?? {})
      if (!reply.ok && reply.code === 'identity_two_cards') {
        cards = [details.one, details.other].map(String)
      }
      this.setData({ busy: false, refusal: reply.ok ? '' : reply.code, details })
      this.render()
    },
    async onJoin() {
      const { t, other, reason, note, revoke, busy } = this.data
      const one = referenceOf(this.data)
      const missing = missingToJoin(this.data, cards.length > 0)
      if (missing || !one || reason === '' || busy) {
        this.setData({ missing: missing ? t[missing] : '' })
        return
      }
      const content = revoke === '' ? t.confirmHint : fill(t.confirmRevoke, { number: revoke })
      if (!(await this.isSure(t.confirmHead, content, t.join))) {
        return
      }
      this.setData({ busy: true, refusal: '' })
      const revoked = revoke === '' ? null : revoke
      const reply = await office('joinIdentities', { one, other: { document: other }, reason, note, revoke: revoked })
      if (reply.ok) {
        cards = []
        this.setData({ other: blankDocument(), reason: '', note: '', revoke: '' })
        wx.showToast({ title: t.joined, icon: 'none' })
      }
      this.show(reply)
    },
    async onSeparate(event: WechatMiniprogram.TouchEvent) {
      const { id, masked } = event.currentTarget.dataset as { id: string; masked: string }
      const { t } = this.data
      const of = referenceOf(this.data)
      if (of && (await this.isSure(fill(t.separateHead, { masked }), t.separateHint, t.separate))) {
        const reply = await office('separateIdentity', { of, id })
        if (reply.ok) {
          wx.showToast({ title: t.separated, icon: 'none' })
        }
        this.show(reply)
      }
    },
    async isSure(title: string, content: string, confirmText: string): Promise<boolean> {
      const { confirm } = await wx.showModal({ title, content, confirmText, cancelText: this.data.t.notNow })
      return confirm
    },
  },
})

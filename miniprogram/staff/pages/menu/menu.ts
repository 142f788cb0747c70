/**
 * The official account's menu: an administrator sees it as it would be, with what changes marked, and publishes exactly that.
 * Looking changes nothing. Source: product "Official account".
 */
import { fill } from '../../../i18n/fill'
import { localised } from '../../../i18n/localised'
import { type MenuView, type RefusalCode, university } from '../../../lib/domain'
import { binding } from '../../../services/binding'
import { language } from '../../../services/language'
import { menuColumns } from '../../views/menu'
import { section, words } from '../../words'

type Details = Readonly<Record<string, string | number>>

Component({
  behaviors: [localised(section('officialMenu'))],
  data: {
    state: 'loading' as 'loading' | 'ready',
    menu: null as MenuView | null,
    columns: [] as ReturnType<typeof menuColumns>,
    hint: '',
    refusal: '' as RefusalCode | '',
    details: {} as Details,
    question: null as object | null,
    busy: false,
    published: false,
  },
  observers: {
    'menu, language'() {
      this.render()
    },
  },
  methods: {
    onLoad() {
      return this.load()
    },
    async load() {
      this.setData({ state: this.data.menu ? 'ready' : 'loading', refusal: '', published: false })
      const reply = await binding('menu', {})
      this.setData({ state: 'ready', menu: reply.ok ? reply.value.menu : null })
      if (!reply.ok) {
        this.refuse(reply.code, reply.details)
      }
    },
    render() {
      const { service, entry } = university.officialAccount.menu
      const t = words[language()].officialMenu
      this.setData({
        hint: fill(t.hint, { service, entry }),
        columns: menuColumns(this.data.menu?.lines ?? [], language()),
      })
    },
    refuse(refusal: RefusalCode, details: Details = {}) {
      this.setData({ refusal, details })
    },
    onPublish() {
      const { confirmHead: title, confirm: content, publish: confirm, notNow: cancel } = this.data.t
      this.setData({ question: { title, content, confirm, cancel } })
    },
    onNotNow() {
      this.setData({ question: null })
    },
    async onConfirm() {
      const { menu, busy } = this.data
      this.onNotNow()
      if (!menu || busy) {
        return
      }
      this.setData({ busy: true, refusal: '' })
      const reply = await binding('publishMenu', { version: menu.version })
      this.setData({ busy: false })
      if (reply.ok) {
        this.setData({ menu: reply.value.menu, published: true })
      } else {
        this.refuse(reply.code, reply.details)
      }
    },
  },
})

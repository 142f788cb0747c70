/**
 * The library's digital resources. Their pages live in a browser, which a mini program cannot open by itself: a tap gets a link,
 * copies it, and shows for how long it can still be pasted. Source: notice 5(1).
 */
import { fill } from '../../../i18n/fill'
import { localised } from '../../../i18n/localised'
import { type Language, type RefusalCode, university } from '../../../lib/domain'
import { now } from '../../../services/clock'
import { language } from '../../../services/language'
import { library } from '../../../services/library'
import { alumniWords, section } from '../../words/words'

const SECOND = 1000

/** The page that mends what a refusal says. */
const remedies: Partial<Record<RefusalCode, 'activate' | 'renew' | 'help'>> = {
  card_none: 'activate',
  reader_expired: 'renew',
  reader_suspended: 'help',
  reader_revoked: 'help',
}

type Details = Record<string, string | number>
type ResourceView = { id: string; name: string; label: string }
type Link = { resource: string; url: string; expires: number; copied: boolean }
/** What the page holds beside its data. */
type Own = { link?: Link; timer?: number; left?: true }
const own = (page: object) => page as Own

Component({
  behaviors: [localised(section('library'))],
  data: {
    resources: [] as ResourceView[],
    /** Id of the resource whose link is being fetched. */
    asking: '',
    link: null as { head: string; left: string; over: boolean; copied: boolean } | null,
    code: '' as RefusalCode | '',
    details: {} as Details,
    action: '',
  },
  observers: {
    language(language: Language) {
      this.setData({ resources: resourcesIn(language), action: actionFor(this.data.code, language) })
      this.tick()
    },
  },
  methods: {
    onUnload() {
      own(this).left = true
      this.stop()
    },
    async onResource(event: WechatMiniprogram.TouchEvent) {
      const { id } = event.currentTarget.dataset as { id: string }
      await this.fetch(id)
    },
    async fetch(resource: string) {
      if (this.data.asking) {
        return
      }
      this.stop()
      delete own(this).link
      this.setData({ asking: resource, code: '', link: null })
      const reply = await library('open', { resource })
      if (reply.ok) {
        const { url, expires } = reply.value
        own(this).link = { resource, url, expires, copied: false }
        await this.copy()
        this.count()
      } else {
        const action = actionFor(reply.code, language())
        this.setData({ code: reply.code, details: reply.details ?? {}, action })
      }
      this.setData({ asking: '' })
    },
    /** WeChat may ask the person first, and they may refuse; the link is not lost then. */
    async copy() {
      const { link } = own(this)
      if (link) {
        link.copied = await Promise.resolve(wx.setClipboardData({ data: link.url })).then(
          () => true,
          () => false,
        )
        this.tick()
      }
    },
    tick() {
      const { link } = own(this)
      if (!link) {
        return
      }
      const seconds = Math.max(0, Math.ceil((link.expires - now()) / SECOND))
      if (seconds === 0) {
        this.stop()
      }
      const t = alumniWords[language()].library
      this.setData({
        link: {
          head: fill(t.ready, { name: nameOf(link.resource, language()) }),
          left: fill(t.left, { seconds }),
          over: seconds === 0,
          copied: link.copied,
        },
      })
    },
    /** Counts down each second, unless the page was left while the link was on its way. */
    count() {
      if (!own(this).left) {
        own(this).timer = setInterval(() => this.tick(), SECOND)
      }
    },
    stop() {
      const { timer } = own(this)
      if (timer !== undefined) {
        clearInterval(timer)
        delete own(this).timer
      }
    },
    async onAgain() {
      const resource = own(this).link?.resource
      if (resource) {
        await this.fetch(resource)
      }
    },
    onRefusal() {
      const page = remedies[this.data.code as RefusalCode]
      if (page) {
        wx.navigateTo({ url: `/alumni/pages/${page}/${page}` })
      }
    },
  },
})

function nameOf(id: string, language: Language): string {
  return university.library.resources.find((each) => each.id === id)?.name[language] ?? ''
}

function resourcesIn(language: Language): ResourceView[] {
  const { get } = alumniWords[language].library
  return university.library.resources.map(({ id, name }) => ({
    id,
    name: name[language],
    label: fill(get, { name: name[language] }),
  }))
}

/** The button under a refusal; none where trying again later is the next step. */
function actionFor(code: RefusalCode | '', language: Language): string {
  const page = code === '' ? undefined : remedies[code]
  return page ? alumniWords[language].library[page] : ''
}

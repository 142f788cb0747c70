/**
 * What the archive says about the application on the desk, and who else may be the same person. Asks by itself, so that the
 * page around it never waits for the archive.
 *   <archive-match application="{{id}}" name-chinese="…" name-latin="…" bind:open="onOther" />
 * `open` carries the id of another application to look at.
 */
import { fill } from '../../../i18n/fill'
import { localised } from '../../../i18n/localised'
import { groupCardNumber, type Language, type ReviewReplies } from '../../../lib/domain'
import { language } from '../../../services/language'
import { review } from '../../../services/review'
import { type MatchView, matchView } from '../../views/match'
import { section, words } from '../../words'

type Found = ReviewReplies['match']

Component({
  behaviors: [localised(section('match'))],
  properties: {
    application: { type: String, value: '' },
    nameChinese: { type: String, value: '' },
    nameLatin: { type: String, value: '' },
  },
  data: {
    state: 'loading' as 'loading' | 'ready' | 'error',
    found: null as Found | null,
    view: null as MatchView | null,
    duplicates: [] as ReturnType<typeof duplicateViews>,
    bulk: '',
  },
  observers: {
    application() {
      void this.look()
    },
    language() {
      this.render()
    },
  },
  methods: {
    async look() {
      const { application } = this.data
      if (application === '') {
        return
      }
      this.setData({ state: 'loading', found: null, view: null, duplicates: [], bulk: '' })
      const reply = await review('match', { id: application })
      // The desk may have gone on to another application meanwhile.
      if (application === this.data.application) {
        this.setData(reply.ok ? { state: 'ready', found: reply.value } : { state: 'error' })
        this.render()
      }
    },
    render() {
      const { found, nameChinese, nameLatin } = this.data
      if (!found) {
        return
      }
      const spoken = language()
      const t = words[spoken].match
      this.setData({
        view: matchView(found, { nameChinese, nameLatin }, spoken),
        duplicates: duplicateViews(found, spoken),
        bulk: found.bulk === null ? '' : found.bulk === 'seen' ? t.bulkSeen : t.bulkUnseen,
      })
    },
    onOther(event: WechatMiniprogram.TouchEvent) {
      const { id } = event.currentTarget.dataset as { id: string }
      if (id !== '') {
        this.triggerEvent('open', { id })
      }
    },
  },
})

function duplicateViews({ duplicates }: Found, spoken: Language) {
  const t = words[spoken].match
  return duplicates.map(({ application, cardNumber, name, documentMasked, why }) => ({
    id: application ?? '',
    key: application ?? cardNumber ?? '',
    name,
    documentMasked,
    card: cardNumber ? fill(t.duplicateCard, { number: groupCardNumber(cardNumber) }) : '',
    why: t.duplicates[why],
  }))
}

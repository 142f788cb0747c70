// Forwarding: asks the page for its card (onShareAppMessage) and shows what a friend would receive.

import { showModal, showToast } from './dialogs'
import { currentPage } from './page-stack'
import { loadableUrl } from './resources'
import { word } from './words'

/** Asks the page and shows the card. A page without onShareAppMessage cannot be forwarded. */
export async function shareCurrentPage(from: 'menu' | 'button', target?: unknown): Promise<void> {
  const entry = currentPage()
  if (!entry?.page.onShareAppMessage) return showToast({ title: '—', icon: 'none' })
  const card = (await entry.page.onShareAppMessage({ from, target })) ?? {}
  const shared = card.promise ? { ...card, ...(await card.promise) } : card
  if (shared.imageUrl) await loadableUrl(shared.imageUrl, entry.path).catch(() => undefined)
  const title = shared.title ?? entry.window.navigationBarTitleText ?? ''
  const { confirm } = await showModal({
    title: `${word('sendTo')}…`,
    content: `${title}\n/${shared.path ?? entry.path}`,
    confirmText: word('send'),
  })
  if (confirm) showToast({ title: word('sent') })
}

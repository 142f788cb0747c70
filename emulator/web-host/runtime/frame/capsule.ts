// The capsule at the top right: the menu (forward, restart) and the way out (the app goes to the background).

import { hideApp } from '../app-lifecycle'
import { showActionSheet } from '../dialogs'
import { shareCurrentPage } from '../share'
import { word } from '../words'
import { icon } from './icons'
import { makeButton } from './layer'

/** Where WeChat puts it (wx.getMenuButtonBoundingClientRect), in px. */
export const capsuleRect = () => ({
  width: 87,
  height: 32,
  top: 48,
  bottom: 80,
  right: innerWidth - 7,
  left: innerWidth - 94,
})

/** Draws the capsule. */
export function installCapsule(): void {
  const capsule = document.getElementById('host-capsule')!
  const more = makeButton('host-capsule-button', icon('more'), () => void openMenu())
  more.setAttribute('aria-label', word('more'))
  const close = makeButton('host-capsule-button', icon('close'), hideApp)
  close.setAttribute('aria-label', word('close'))
  capsule.append(more, close)
}

async function openMenu(): Promise<void> {
  const chosen = await showActionSheet([word('forward'), word('reopen')])
  if (chosen === 0) await shareCurrentPage('menu')
  if (chosen === 1) location.reload()
}

// What WeChat does when a <button open-type="…"> is pressed.
import { control } from '../link/control'
import { showActionSheet, showModal, showRequestSheet } from '../runtime/dialogs'
import type { WxElement } from '../runtime/elements/element'
import { make } from '../runtime/frame/layer'
import { isOnline, phone } from '../runtime/phone'
import { shareCurrentPage } from '../runtime/share'
import { word } from '../runtime/words'
import { keepPicture, openAlbum } from './album'
import { openSetting } from './permissions'
import { agreeToPrivacy, privacyGate } from './privacy'
import { samplePictures } from './sample-pictures'

const TYPES: Record<string, (button: WxElement) => unknown> = {
  getPhoneNumber,
  getRealtimePhoneNumber: getPhoneNumber,
  chooseAvatar,
  agreePrivacyAuthorization: (button) => {
    agreeToPrivacy(button.id)
    button.emit('agreeprivacyauthorization', { errMsg: 'agreePrivacyAuthorization:ok' })
  },
  share: (button) => shareCurrentPage('button', { id: button.id, dataset: button.__wxElement?.dataset ?? {} }),
  openSetting: async (button) => button.emit('opensetting', { errMsg: 'openSetting:ok', ...(await openSetting()) }),
  contact: async (button) => {
    await showModal({ title: 'WeChat', content: 'contact', showCancel: false })
    button.emit('contact', { errMsg: 'enterContact:ok', path: '', query: {} })
  },
  feedback: () => showModal({ title: 'WeChat', content: 'feedback', showCancel: false }),
}

/** Runs one open-type. Throws when the host has not got it. */
export async function openTypes(type: string, button: WxElement): Promise<void> {
  const run = TYPES[type]
  if (!run) throw new Error(`<button open-type="${type}"> is not available in the web host`)
  await run(button)
}

async function getPhoneNumber(button: WxElement): Promise<void> {
  const { openid, phoneNumber } = phone.person
  const answer = (errMsg: string, more: object = {}) => button.emit('getphonenumber', { errMsg, ...more })
  try {
    await privacyGate('getPhoneNumber')
  } catch {
    answer('getPhoneNumber:fail privacy permission is not authorized', { errno: 104 })
    return
  }
  if (!isOnline()) return void answer('getPhoneNumber:fail network error', { errno: 5 })
  const text = phoneNumber ? `${phoneNumber}  ${word('phoneNote')}` : word('noPhone')
  const allowed = await showRequestSheet({
    title: word('phoneTitle'),
    content: [make('p', 'host-request-value', text)],
  })
  if (!allowed || !phoneNumber) return void answer('getPhoneNumber:fail user deny', { errno: 103 })
  await control.registerPhone(openid, phoneNumber)
  const { code } = await control.phoneCode(openid)
  answer('getPhoneNumber:ok', { code })
}

async function chooseAvatar(button: WxElement): Promise<void> {
  try {
    await privacyGate('chooseAvatar')
  } catch {
    return void button.emit('chooseavatar', {
      errMsg: 'chooseAvatar:fail privacy permission is not authorized',
      errno: 104,
    })
  }
  const chosen = await showActionSheet([word('useAvatar'), word('album')], undefined, word('avatarTitle'))
  if (chosen < 0) return
  const file = chosen === 0 ? await ownAvatar() : (await openAlbum(1))[0]
  if (file) button.emit('chooseavatar', { avatarUrl: (await keepPicture(file)).tempFilePath })
}

async function ownAvatar(): Promise<Blob> {
  const portraits = samplePictures()
  const index = [...phone.person.openid].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % (portraits.length - 1)
  const source = portraits[index]!.draw(320)
  const canvas = Object.assign(document.createElement('canvas'), { width: 320, height: 320 })
  canvas.getContext('2d')!.drawImage(source, 0, 60, 320, 320, 0, 0, 320, 320)
  return (await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', 0.9)))!
}

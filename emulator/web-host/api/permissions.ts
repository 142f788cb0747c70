// Scopes that the person allows or declines (camera, album, location): asked once, kept, changed in the settings.

import { program } from '../runtime/bundle'
import { showRequestSheet } from '../runtime/dialogs'
import { make, makeButton, showModalLayer } from '../runtime/frame/layer'
import { phone, storageNamespace } from '../runtime/phone'
import { word } from '../runtime/words'
import { ApiError, apis } from './call'

const SCOPES: Record<string, [zh: string, en: string]> = {
  'scope.camera': ['使用你的摄像头', 'use your camera'],
  'scope.writePhotosAlbum': ['保存图片或视频到你的相册', 'save pictures to your album'],
  'scope.userLocation': ['获取你的位置信息', 'know your location'],
  'scope.record': ['使用你的麦克风', 'use your microphone'],
  'scope.addPhoneContact': ['添加到你的手机联系人', 'add to your contacts'],
}

const key = () => `${storageNamespace()}scopes`
const read = (): Record<string, boolean> => JSON.parse(localStorage.getItem(key()) ?? '{}')
const write = (scope: string, allowed: boolean) => {
  localStorage.setItem(key(), JSON.stringify({ ...read(), [scope]: allowed }))
}
const describe = (scope: string) => SCOPES[scope]?.[phone.lang === 'en' ? 1 : 0] ?? scope

/**
 * Makes sure that a scope is allowed, asking the first time.
 * @throws ApiError "auth deny" once it is declined.
 */
export async function requireScope(scope: string): Promise<void> {
  if (!(scope in SCOPES)) throw new ApiError(`invalid scope`)
  const known = read()[scope]
  if (known === undefined) {
    const reason = program.bundle.app.permission?.[scope]?.desc
    const note = reason ? [make('p', 'host-request-text', reason)] : []
    write(scope, await showRequestSheet({ title: `${word('scopeTitle')} ${describe(scope)}`, content: note }))
  }
  if (!read()[scope]) throw new ApiError('auth deny', { errno: 103 })
}

/** WeChat's settings page of the mini program. */
export async function openSetting(): Promise<{ authSetting: Record<string, boolean> }> {
  await showModalLayer<void>(
    'host-sheet host-settings',
    (close) => {
      const scopes = Object.entries(read())
      const rows = scopes.map(([scope, allowed]) => {
        const box = Object.assign(document.createElement('input'), { type: 'checkbox', checked: allowed })
        box.onchange = () => write(scope, box.checked)
        return make('label', 'host-setting', describe(scope), box)
      })
      const empty = rows.length === 0 ? [make('p', 'host-request-text', word('noSettings'))] : []
      return [
        make('h2', 'host-request-title', word('settings')),
        ...rows,
        ...empty,
        makeButton('host-pill host-pill-main', word('done'), () => close()),
      ]
    },
    { outcome: undefined },
  )
  return { authSetting: read() }
}

export const permissions = {
  getAppAuthorizeSetting: () => ({
    albumAuthorized: 'authorized',
    cameraAuthorized: 'authorized',
    locationAuthorized: 'authorized',
    notificationAuthorized: 'authorized',
  }),
  ...apis({
    authorize: ({ scope }) => requireScope(scope),
    getSetting: () => ({ authSetting: read(), subscriptionsSetting: { mainSwitch: true, itemSettings: {} } }),
    openSetting,
    openAppAuthorizeSetting: openSetting,
  }),
}

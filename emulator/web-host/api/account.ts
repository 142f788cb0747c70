// Who is there: login, account, launch options, updates, subscribe messages, forwarding.
import { university } from '../../../domain/university'
import { control } from '../link/control'
import { hideApp, launchOptions } from '../runtime/app-lifecycle'
import { program } from '../runtime/bundle'
import { showRequestSheet } from '../runtime/dialogs'
import { make } from '../runtime/frame/layer'
import { sinceTap } from '../runtime/gestures'
import { phone } from '../runtime/phone'
import { word } from '../runtime/words'
import { ApiError, apis } from './call'

const TEMPLATE_LIMIT = 3
/** How long after a tap WeChat still counts it as the cause. */
const TAP_WINDOW_MS = 3000

const accountInfo = () => ({
  miniProgram: { appId: program.bundle.app.appid ?? 'touristappid', envVersion: 'develop', version: '' },
})

/** What WeChat calls a template: its title in the account's library. */
const titleOf = (id: string) =>
  Object.values(university.subscribeTemplates).find((template) => template.id === id)?.title ?? id

async function requestSubscribeMessage({ tmplIds }: { tmplIds: string[] }) {
  if (!Array.isArray(tmplIds) || tmplIds.length === 0) throw new ApiError('TmplIds is empty', { errCode: 10001 })
  if (tmplIds.length > TEMPLATE_LIMIT) throw new ApiError('Templates count out of max bounds', { errCode: 20003 })
  if (sinceTap() > TAP_WINDOW_MS) throw new ApiError('can only be invoked by user TAP gesture.', { errCode: 20000 })
  const rows = tmplIds.map((id) => {
    const box = Object.assign(document.createElement('input'), { type: 'checkbox', checked: true })
    return { id, box, row: make('label', 'host-setting', titleOf(id), box) }
  })
  const note = make('p', 'host-request-text', word('subscribeNote'))
  const allowed = await showRequestSheet({
    title: word('subscribeTitle'),
    content: [...rows.map(({ row }) => row), note],
  })
  const answers: Record<string, string> = {}
  for (const { id, box } of rows) {
    const accept = allowed && box.checked
    answers[id] = accept ? 'accept' : 'reject'
    await control.subscribe(phone.person.openid, id, accept).catch((error) => console.warn(error.message))
  }
  return answers
}

const updateManager = {
  onCheckForUpdate: (listener: (result: { hasUpdate: boolean }) => void) =>
    setTimeout(() => listener({ hasUpdate: false })),
  onUpdateReady: () => undefined,
  onUpdateFailed: () => undefined,
  applyUpdate: () => location.reload(),
}

export const account = {
  getAccountInfoSync: accountInfo,
  getLaunchOptionsSync: launchOptions,
  getEnterOptionsSync: launchOptions,
  getUpdateManager: () => updateManager,
  ...apis({
    login: () => ({ code: `local-${crypto.randomUUID()}` }),
    checkSession: () => undefined,
    requestSubscribeMessage,
    showShareMenu: () => undefined,
    hideShareMenu: () => undefined,
    updateShareMenu: () => undefined,
    restartMiniProgram: () => location.reload(),
    exitMiniProgram: hideApp,
  }),
}

// The emulator's control API (emulator/cloud, /_emulator/…) as the phones and the desk use it. It stands for what WeChat's servers
// and the phone company would do; the mini program itself never sees it.

export interface CloudError {
  code: string
  errCode: number
  message: string
}

/** A message that left the product. `at` is emulator time in epoch milliseconds. */
export interface SentMessage {
  id: number
  at: number
  channel: 'sms' | 'subscribe' | 'official'
  to: string
  text: string
}

interface TemporaryLink {
  fileID: string
  code: string
  tempFileURL: string
}

/** A button of the official account's menu. */
export interface OfficialButton {
  name: string
  type?: string
  sub_button?: OfficialButton[]
}

export interface OfficialState {
  follows: boolean
  menu: OfficialButton[]
}

const BASE = '/_emulator'

async function ask<T>(path: string, init?: RequestInit): Promise<T> {
  const response = await fetch(`${BASE}/${path}`, init)
  const body = await response.json().catch(() => ({}))
  if (!response.ok) throw new Error(body.error?.message ?? `${BASE}/${path}: ${response.status}`)
  return body as T
}

const post = (body: unknown, signal?: AbortSignal): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
  ...(signal && { signal }),
})

export const control = {
  clock: () => ask<{ now: number; offset: number }>('clock'),
  /** Moves the clock forward to `now` (epoch milliseconds); it keeps running from there. Only a reset goes back. */
  setClock: (now: number) => ask<{ now: number }>('clock', post({ now })),
  /** Moves the clock forward by `milliseconds`. */
  advanceClock: (milliseconds: number) => ask<{ now: number }>('clock', post({ advance: milliseconds })),
  messages: () => ask<{ messages: SentMessage[] }>('messages'),
  reset: () => ask<{ now: number }>('reset', post({})),
  /** The phone company's side: this person's SIM card has that number. */
  registerPhone: (openid: string, phoneNumber: string) => ask('phone', post({ openid, phoneNumber })),
  /** A single-use code that the cloud function exchanges for the person's phone number. */
  phoneCode: (openid: string) => ask<{ code: string }>('phone-code', post({ openid })),
  /** The person's answer to a subscribe-message request. */
  subscribe: (openid: string, templateId: string, accept: boolean) =>
    ask('subscribe', post({ openid, templateId, accept })),
  /** The official account: whether this person follows it, and its menu. */
  official: (openid: string) => ask<OfficialState>(`official?openid=${encodeURIComponent(openid)}`),
  follow: (openid: string) => ask<{ delivered: { text: string | null } | null }>('official/follow', post({ openid })),
  unfollow: (openid: string) =>
    ask<{ delivered: { text: string | null } | null }>('official/unfollow', post({ openid })),
  /** The person taps an entry that opens the mini program at a page. */
  tapOfficialMenu: (openid: string, entry: string) => ask<{ page: string }>('official/tap', post({ openid, entry })),
  temporaryLinks: (openid: string, fileList: readonly string[]) =>
    ask<{ fileList: TemporaryLink[] }>('temp-url', post({ openid, fileList })),
  deleteFiles: (openid: string, fileList: readonly string[]) =>
    ask<{ fileList: { fileID: string; code: string }[] }>('delete-file', post({ openid, fileList })),

  /** Stores bytes in the cloud under `cloudPath`, as the person `openid`. */
  upload: (cloudPath: string, openid: string, body: Blob, signal: AbortSignal) => {
    const path = cloudPath.split('/').map(encodeURIComponent).join('/')
    return ask<{ fileID: string }>(`files/${path}?openid=${encodeURIComponent(openid)}`, {
      method: 'PUT',
      body,
      signal,
    })
  },

  /** Calls a cloud function as the person that holds the phone. A failing function resolves with `error`. */
  async call(
    body: Record<string, unknown>,
    signal: AbortSignal,
  ): Promise<{ requestId?: string; result?: unknown; error?: CloudError }> {
    const response = await fetch(`${BASE}/call`, post(body, signal))
    return response.json()
  },
}

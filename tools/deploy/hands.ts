/** What a step is carried out with, and how a step that was done before counts as done. */
import type { Environment } from './environment'
import { CloudRefusal, type TencentApi } from './tencent-api'
import type { WechatApi } from './wechat-api'

export type Hands = {
  api: TencentApi
  environment: Environment
  wechat: WechatApi | null
  /** A function's code, a zip in base64. */
  zipOf: (name: string) => string
  /** Uploads the mini program and remembers its digest. */
  uploadMiniProgram: (digest: string) => Promise<void>
  pause: (milliseconds: number) => Promise<void>
}

/** Does it; a refusal that says it is done already is none: an answer may have been lost on its way. */
export async function tolerating(codes: RegExp, work: () => Promise<unknown>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof CloudRefusal && codes.test(error.code))) {
      throw error
    }
  }
}

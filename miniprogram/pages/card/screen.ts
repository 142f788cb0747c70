/**
 * The screen while a code is shown: full brightness and awake, captures hidden where the phone can; all of it is given back
 * on leaving. Phones that refuse one of these still show the code, so refusals are let go.
 */

let before: number | null = null

/** Before the code appears. */
export async function lightUp(): Promise<void> {
  quietly(wx.setKeepScreenOn({ keepScreenOn: true }))
  if (wx.canIUse('setVisualEffectOnCapture')) {
    quietly(wx.setVisualEffectOnCapture({ visualEffect: 'hidden' }))
  }
  try {
    const { value } = await wx.getScreenBrightness()
    before ??= value
    await wx.setScreenBrightness({ value: 1 })
  } catch {
    before = null
  }
}

/** After the code is gone. */
export function lightDown(): void {
  quietly(wx.setKeepScreenOn({ keepScreenOn: false }))
  if (wx.canIUse('setVisualEffectOnCapture')) {
    quietly(wx.setVisualEffectOnCapture({ visualEffect: 'none' }))
  }
  if (before !== null) {
    quietly(wx.setScreenBrightness({ value: before }))
    before = null
  }
}

function quietly(work: unknown): void {
  Promise.resolve(work).catch(() => {})
}

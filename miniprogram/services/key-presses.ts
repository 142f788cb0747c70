/**
 * A keyboard, where there is one: WeChat on a computer. Phones never call; older versions have no such interface.
 */

/** On which platforms WeChat runs on a computer; the tools of who builds it do, too. */
const COMPUTERS: readonly string[] = ['windows', 'mac', 'devtools']

/** Whether there is a keyboard, so that its keys are worth naming. */
export function hasKeyboard(): boolean {
  return wx.canIUse('onKeyDown') && COMPUTERS.includes(wx.getDeviceInfo().platform)
}

/** Listens until the returned function is called. @param press is given `key` as browsers name it: 'a', '1', 'ArrowRight' */
export function onKeyPress(press: (key: string) => void): () => void {
  if (!wx.canIUse('onKeyDown')) {
    return () => {}
  }
  const listener = ({ key }: { key: string }) => press(key)
  wx.onKeyDown(listener)
  return () => wx.offKeyDown(listener)
}

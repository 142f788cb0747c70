/**
 * How large people read: WeChat's own font size setting as one of three steps. Pages put the class on their outermost view
 * and styles/type.wxss makes every size of the scale follow it. WeChat's standard is 16; its largest is 23 and more.
 */

/** The class for the outermost view of a page: '' is the standard size. */
export type TextSize = '' | 'text-large' | 'text-largest'

/** The step that WeChat's setting asks for. */
export function textSize(): TextSize {
  const setting = wx.getAppBaseInfo().fontSizeSetting ?? 16
  if (setting >= 22) {
    return 'text-largest'
  }
  return setting >= 18 ? 'text-large' : ''
}

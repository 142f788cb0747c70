/** The navigation bar takes the colour of the verdict, so that the whole screen is one colour. */
import type { Signal } from '../lib/domain'

type Ground = Signal | 'white' | 'page'

const LIGHT = { frontColor: '#000000', backgroundColor: '#f5f6f6' }
const DARK = { frontColor: '#ffffff', backgroundColor: '#111415' }
// The same colours as --green-ground and its neighbours in styles/guard.wxss; the bar takes no variables.
const grounds = {
  green: { frontColor: '#ffffff', backgroundColor: '#0b5a34' },
  amber: { frontColor: '#000000', backgroundColor: '#ffc12e' },
  red: { frontColor: '#ffffff', backgroundColor: '#981616' },
  white: { frontColor: '#000000', backgroundColor: '#ffffff' },
}

/** Colours the bar; 'page' is the theme's own. */
export function colourBar(ground: Ground): void {
  const dark = wx.getAppBaseInfo().theme === 'dark'
  wx.setNavigationBarColor(ground === 'page' ? (dark ? DARK : LIGHT) : grounds[ground])
}

// WeChat's lengths in CSS. 750 rpx = the screen's width. `vh` counts the page's own area, below the navigation bar and above the
// tab bar; the host keeps a hundredth of it in --host-vh. Safe areas are those of the emulated phone, not of the browser.
// Shared by the style compiler (sheets) and the runtime (inline styles).

const RPX_PER_VW = 7.5

/** Rewrites rpx, vh and env(safe-area-inset-*) in a declaration's value or a style attribute; leaves url(…) alone. */
export function convertLengths(css: string): string {
  if (!/rpx|vh|safe-area-inset/.test(css)) return css
  return css
    .split(/(url\((?:"[^"]*"|'[^']*'|[^)]*)\))/)
    .map((part, index) => (index % 2 === 1 ? part : convertPart(part)))
    .join('')
}

function convertPart(css: string): string {
  return css
    .replace(/(-?(?:\d+\.?\d*|\.\d+))rpx\b/g, (_, amount: string) => `${toVw(Number(amount))}vw`)
    .replace(/(-?(?:\d+\.?\d*|\.\d+))vh\b/g, (_, amount: string) => `calc(var(--host-vh, 1vh) * ${amount})`)
    .replace(/(?:env|constant)\(\s*safe-area-inset-(\w+)\s*(?:,[^()]*)?\)/g, 'var(--host-safe-$1, 0px)')
}

const toVw = (rpx: number) => Number((rpx / RPX_PER_VW).toFixed(4))

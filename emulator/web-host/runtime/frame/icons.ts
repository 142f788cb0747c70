// Line icons of the frame around a page, drawn for this host.

const svg = (body: string, box = 24) =>
  `<svg viewBox="0 0 ${box} ${box}" fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${body}</svg>`

export const icons = {
  back: svg('<path d="M15 4 7 12l8 8"/>'),
  home: svg('<path d="M4 11.5 12 4.5l8 7M6 10v9.5h4.5v-5h3v5H18V10"/>'),
  more: svg(
    '<g fill="currentColor" stroke="none"><circle cx="5" cy="12" r="1.7"/><circle cx="12" cy="12" r="2.6"/><circle cx="19" cy="12" r="1.7"/></g>',
  ),
  close: svg('<circle cx="12" cy="12" r="8.2"/><circle cx="12" cy="12" r="3.2" fill="currentColor" stroke="none"/>'),
  cross: svg('<path d="M5 5l14 14M19 5 5 19"/>'),
  tick: svg('<path d="M4 12.5 9.5 18 20 6.5"/>'),
  alert: svg('<circle cx="12" cy="12" r="9"/><path d="M12 7v6.5M12 16.8v.2"/>'),
  info: svg('<circle cx="12" cy="12" r="9"/><path d="M12 11v6M12 7.2v.2"/>'),
  wait: svg('<circle cx="12" cy="12" r="9"/><path d="M12 7v5.5l3.5 2"/>'),
  search: svg('<circle cx="11" cy="11" r="6.5"/><path d="m16 16 4 4"/>'),
  download: svg('<path d="M12 5v10M7.5 11 12 15.5 16.5 11M5.5 19h13"/>'),
  wifi: svg(
    '<path d="M3.5 9.5a12 12 0 0 1 17 0M6.5 12.8a7.8 7.8 0 0 1 11 0M9.4 16a3.7 3.7 0 0 1 5.2 0"/><path d="M12 19v.01"/>',
  ),
  plane: svg(
    '<path d="M10.5 10 4 13.5V15l6.5-1.5V18L8.5 19.5V21L12 20l3.5 1v-1.500L13.5 18v-4.500L20 15v-1.500L13.500 10V5a1.500 1.500 0 0 0-3 0z" fill="currentColor" stroke-width="0"/>',
  ),
  signal:
    '<svg viewBox="0 0 18 12" fill="currentColor" aria-hidden="true"><rect x="0" y="8" width="3" height="4" rx="1"/><rect x="5" y="5.500" width="3" height="6.500" rx="1"/><rect x="10" y="3" width="3" height="9" rx="1"/><rect x="15" y="0" width="3" height="12" rx="1"/></svg>',
  battery:
    '<svg viewBox="0 0 27 13" fill="none" aria-hidden="true"><rect x=".5" y=".5" width="22" height="12" rx="3.500" stroke="currentColor" opacity=".4"/><rect x="2" y="2" width="16" height="9" rx="2" fill="currentColor"/><path d="M24 4.500v4c.9-.3 1.500-1.100 1.500-2s-.6-1.700-1.500-2z" fill="currentColor" opacity=".5"/></svg>',
}

/** An icon as an element. */
export function icon(name: keyof typeof icons, className = ''): HTMLElement {
  const holder = document.createElement('span')
  holder.className = `host-icon ${className}`.trim()
  holder.innerHTML = icons[name]
  return holder
}

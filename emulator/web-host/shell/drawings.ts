// The desk's line icons.

const svg = (body: string) =>
  `<svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.7" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${body}</svg>`

const DRAWINGS = {
  sun: '<circle cx="12" cy="12" r="4"/><path d="M12 3v2M12 19v2M3 12h2M19 12h2M5.600 5.600 7 7M17 17l1.400 1.400M5.600 18.400 7 17M17 7l1.400-1.400"/>',
  moon: '<path d="M19.500 14.500A8 8 0 0 1 9.500 4.500a8 8 0 1 0 10 10z"/>',
  wifi: '<path d="M3.500 9.500a12 12 0 0 1 17 0M6.500 12.800a7.800 7.800 0 0 1 11 0M9.400 16a3.700 3.700 0 0 1 5.200 0M12 19v.01"/>',
  cut: '<path d="M6.500 12.800a7.800 7.800 0 0 1 3.200-1.900M9.400 16a3.700 3.700 0 0 1 5.200 0M12 19v.01M4 4l16 16M14.500 11a7.800 7.800 0 0 1 3 1.800M3.500 9.500a12 12 0 0 1 3.600-2.500M10.500 6.100a12 12 0 0 1 10 3.400"/>',
  account: '<path d="M4 5.500h16v10H10.500L6 19v-3.500H4z"/><path d="M8.500 9.200h7M8.500 12h4.500"/>',
  more: '<path d="M5 12v.01M12 12v.01M19 12v.01" stroke-width="2.600"/>',
  mail: '<path d="M4 6.500h16v11H8.500L4 20z"/>',
  clock: '<circle cx="12" cy="12" r="8.500"/><path d="M12 7.500V12l3 2"/>',
  again: '<path d="M19.500 12a7.500 7.500 0 1 1-2.400-5.500M19.500 4v4h-4"/>',
  cross: '<path d="m6 6 12 12M18 6 6 18"/>',
  mark: '<rect x="3.500" y="5.500" width="17" height="13" rx="2.500"/><path d="M7 15c2-5 4 2 6-3s3-1 4-2"/>',
}

/** A line icon as an element. */
export function drawing(name: keyof typeof DRAWINGS): HTMLElement {
  const holder = document.createElement('span')
  holder.className = 'drawing'
  holder.innerHTML = svg(DRAWINGS[name])
  return holder
}

// A mini program's scripts have no browser around them: no window, no fetch, no TextEncoder (WeChat, "JavaScript support").
// The bundle replaces those names by undefined, so that code which leans on a browser fails here as it does on a phone. Timers
// are the phone's, which follow the emulator's clock (runtime/timers.ts).

const ABSENT = [
  ...['window', 'document', 'navigator', 'location', 'history', 'self', 'top', 'parent', 'frames'],
  ...['localStorage', 'sessionStorage', 'indexedDB', 'caches', 'fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource'],
  ...['crypto', 'TextEncoder', 'TextDecoder', 'atob', 'btoa', 'URL', 'URLSearchParams', 'Blob', 'File', 'FormData'],
  ...['Worker', 'structuredClone', 'requestAnimationFrame', 'cancelAnimationFrame', 'requestIdleCallback'],
  ...['AbortController', 'MutationObserver', 'IntersectionObserver', 'ResizeObserver', 'Image', 'Audio', 'alert'],
]

const TIMERS = ['setTimeout', 'setInterval', 'clearTimeout', 'clearInterval']

/** esbuild's `define` for the mini program's own scripts. */
export function appGlobals(): Record<string, string> {
  const absent = ABSENT.flatMap((name) => [name, `globalThis.${name}`])
  return {
    ...Object.fromEntries(absent.map((name) => [name, 'undefined'])),
    ...Object.fromEntries(
      TIMERS.flatMap((name) => [name, `globalThis.${name}`].map((each) => [each, `phoneTimers.${name}`])),
    ),
    'process.env.NODE_ENV': '"production"',
    global: 'globalThis',
  }
}

// WeChat's built-in components: the ones that the host renders, and the ones that it refuses by name.

/** Tags rendered by the host (runtime/elements/). `page` is the root of every page. */
export const BUILT_IN_TAGS = [
  ...['page', 'view', 'text', 'image', 'icon', 'button', 'label', 'input', 'textarea', 'form', 'progress'],
  ...['picker', 'picker-view', 'picker-view-column', 'switch', 'checkbox', 'checkbox-group', 'radio', 'radio-group'],
  ...['slider', 'scroll-view', 'swiper', 'swiper-item', 'canvas', 'camera', 'navigator', 'rich-text', 'web-view'],
  ...['cover-view', 'cover-image', 'root-portal', 'page-meta', 'navigation-bar'],
] as const

/** Tags that belong to the template language rather than to a component. */
export const TEMPLATE_TAGS = ['block', 'template', 'import', 'include', 'wxs', 'slot'] as const

/** Tags that WeChat has and the host has not: using one stops the build. */
export const UNSUPPORTED_TAGS = [
  ...[
    'map',
    'page-container',
    'video',
    'live-player',
    'live-pusher',
    'editor',
    'ad',
    'ad-custom',
    'official-account',
    'open-data',
  ],
  ...['movable-area', 'movable-view', 'match-media', 'voip-room', 'grid-view', 'list-view', 'share-element'],
  ...[
    'snapshot',
    'span',
    'sticky-header',
    'sticky-section',
    'channel-live',
    'channel-video',
    'functional-page-navigator',
  ],
] as const

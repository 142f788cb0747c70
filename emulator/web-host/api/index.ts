// The wx object. What it has not got fails loudly, naming the API: nothing is silently absent.
import { BUILT_IN_TAGS } from '../build/built-in-tags'
import { account } from './account'
import { createAnimation } from './animation'
import { audio } from './audio'
import { canvasApi } from './canvas'
import { cloud } from './cloud'
import { device } from './device'
import { dialogs } from './dialogs'
import { documents } from './documents'
import { files } from './files'
import { keyPresses } from './key-presses'
import { media } from './media'
import { messageFiles } from './message-files'
import { navigation } from './navigation'
import { NodesObserver } from './observers'
import { permissions } from './permissions'
import { privacy } from './privacy'
import { SelectorQuery } from './query'
import { network } from './request'
import { scan } from './scan'
import { storage } from './storage'
import { system } from './system'
import { systemEvents } from './system-events'

/** Looked up by language and tools, never by a mini program. */
const NOT_APIS = new Set(['then', 'toJSON', 'constructor', 'prototype', '$$typeof', 'nodeType', 'default'])

function loud(table: Record<string, unknown>, name: string): any {
  return new Proxy(table, {
    get: (target, key) => {
      if (typeof key === 'symbol' || key in target || NOT_APIS.has(key)) return target[key as string]
      return () => {
        const error = new Error(`${name}.${key} is not available in the web host (emulator/web-host/api)`)
        console.error(error)
        throw error
      }
    },
  })
}

/** Builds the wx object. */
export function createWx(): any {
  const table: Record<string, unknown> = {
    ...account,
    ...audio,
    ...canvasApi,
    ...device,
    ...dialogs,
    ...documents,
    ...files,
    ...keyPresses,
    ...media,
    ...messageFiles,
    ...navigation,
    ...network,
    ...permissions,
    ...privacy,
    ...scan,
    ...storage,
    ...system,
    ...systemEvents,
    createAnimation,
    createSelectorQuery: () => new SelectorQuery(),
    createIntersectionObserver: (component: unknown, options: any) => new NodesObserver(component, options),
    cloud: loud(cloud, 'wx.cloud'),
  }
  table.canIUse = (schema: string) => {
    const first = String(schema).split('.')[0]!
    return first in table || (BUILT_IN_TAGS as readonly string[]).includes(first)
  }
  return loud(table, 'wx')
}

// Starts one phone: time, files, framework, frame, then the mini program itself.
import { createWx } from '../api'
import { pageIdOf } from '../api/navigation'
import { animateNodes, NodesObserver } from '../api/observers'
import { SelectorQuery } from '../api/query'
import { wipeStorage } from '../api/system'
import { control } from '../link/control'
import { listenToEmulator } from '../link/events'
import { readPeople } from '../link/people'
import { installErrorReports, launch } from './app-lifecycle'
import { program } from './bundle'
import { installClock, setClockOffset, setClockSkew } from './clock'
import { installDeskLink } from './desk-link'
import { defineElements } from './elements'
import { fileStore } from './file-store'
import { installCapsule } from './frame/capsule'
import { installStatusBar } from './frame/status-bar'
import { installFramework, registerUnits } from './framework'
import { installGestures } from './gestures'
import { pageStack, refreshFrame, resizePages } from './page-stack'
import { adoptPerson, phone, phoneEvents } from './phone'
import { installTheme } from './style-sheets'
import { phoneTimers, wakeTimers } from './timers'

/** The mini program, built apart (build/scripts.ts). */
const APP_MODULE: string = '/app/app.js'

/** Follows the emulator's clock from before the first line of the mini program runs. */
async function startClock(): Promise<void> {
  const realNow = Date.now
  installClock()
  setClockSkew(phone.skew)
  const { now } = await control.clock()
  setClockOffset(now - realNow())
  listenToEmulator((name, data) => {
    if (name === 'clock') {
      setClockOffset(data.now - realNow())
      wakeTimers()
    }
    if (name === 'reset' && window.parent === window) void startOver()
  })
}

/** Everything was reset: a phone alone starts over by itself, the desk does it for its three. */
async function startOver(): Promise<void> {
  wipeStorage()
  await fileStore.wipe()
  location.reload()
}

/** The names that a mini program's scripts find around them. */
function installGlobals(): void {
  Object.assign(globalThis, {
    wx: createWx(),
    phoneTimers,
    getApp: () => program.app,
    getCurrentPages: () => pageStack().map((entry) => entry.page),
    App: (definition: any) => {
      program.app = definition
    },
    getRegExp: (source: string, flags?: string) => new RegExp(source, flags),
    getDate: (...values: any[]) => new (Date as any)(...values),
    requirePlugin: (name: string) => {
      throw new Error(`requirePlugin("${name}") is not available in the web host`)
    },
  })
}

const componentMethods = {
  createSelectorQuery(this: any) {
    return new SelectorQuery(this)
  },
  createIntersectionObserver(this: any, options: any) {
    return new NodesObserver(this, options)
  },
  animate(this: any, selector: string, frames: any[], duration: number, done?: () => void) {
    animateNodes(this, selector, frames, duration, done)
  },
  getPageId(this: any) {
    return pageIdOf(this)
  },
}

async function start(): Promise<void> {
  document.documentElement.lang = phone.lang === 'en' ? 'en' : 'zh-CN'
  installErrorReports()
  const application = import(APP_MODULE)
  await Promise.all([startClock(), fileStore.open(), readPeople().then(adoptPerson)])
  program.bundle = (await application).default
  document.documentElement.dataset.style = program.bundle.app.style ?? 'v1'
  defineElements()
  installFramework(componentMethods)
  installGlobals()
  installTheme()
  installGestures()
  installStatusBar()
  installCapsule()
  installDeskLink()
  program.bundle.start()
  registerUnits()
  launch()
  phoneEvents.theme.on(() => refreshFrame())
  addEventListener('resize', resizePages)
  document.documentElement.dataset.ready = ''
}

start().catch((error) => {
  document.getElementById('host-layer')!.replaceChildren(
    Object.assign(document.createElement('pre'), {
      className: 'host-crash',
      textContent: String(error?.stack ?? error),
    }),
  )
  throw error
})

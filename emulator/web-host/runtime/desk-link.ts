// The phone's side of the desk (shell/): what the desk may do to it, and what it lets other phones' cameras see.

import { hiddenFromCapture } from '../api/device'
import { wipeStorage } from '../api/system'
import type { PhoneOnDesk } from '../camera/sources'
import { setClockSkew } from './clock'
import { fileStore } from './file-store'
import { type Line, phone, phoneEvents, setLine, setOnline, setTheme } from './phone'

export interface DeskPhone extends PhoneOnDesk {
  setTheme(theme: 'light' | 'dark'): void
  setOnline(online: boolean): void
  /** A slow or lossy network; `fine` is the usual one. */
  setLine(line: Line): void
  /** How wrong the phone's clock runs, in milliseconds. */
  setSkew(milliseconds: number): void
  /** Removes everything that the phone keeps for its person. */
  wipe(): Promise<void>
  /** The person presses the buttons for a screenshot; a page hidden from capture comes out black. */
  screenshot(): Promise<Blob>
}

async function photograph(scale?: number): Promise<HTMLCanvasElement> {
  const { photographScreen } = await import('../camera/photograph')
  return photographScreen(scale)
}

async function screenshot(): Promise<Blob> {
  const canvas = await photograph(2)
  phoneEvents.capture.emit({})
  if (hiddenFromCapture()) canvas.getContext('2d')!.fillRect(0, 0, canvas.width, canvas.height)
  return (await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png')))!
}

/** Offers window.phoneOnDesk. */
export function installDeskLink(): void {
  const desk: DeskPhone = {
    photograph,
    screenshot,
    setTheme,
    setOnline,
    setLine,
    setSkew: (milliseconds) => {
      phone.skew = milliseconds
      setClockSkew(milliseconds)
    },
    wipe: async () => {
      wipeStorage()
      await fileStore.wipe()
    },
  }
  Object.assign(window, { phoneOnDesk: desk })
}

// wx.scanCode and wx.createCameraContext.
import { openCamera } from '../camera/camera-view'
import { api, apis } from './call'
import { canvasToFile } from './canvas'

async function scanCode() {
  const { openViewfinder } = await import('../camera/viewfinder')
  const code = await openViewfinder()
  if (!code) throw new Error('cancel')
  const rawData = btoa(Array.from(code.bytes, (byte) => String.fromCharCode(byte)).join(''))
  return { result: code.text, scanType: 'QR_CODE', charSet: 'UTF-8', rawData, path: '' }
}

function createCameraContext() {
  return {
    takePhoto: api('takePhoto', async () => {
      const canvas = openCamera.view?.canvas
      if (!canvas) throw new Error('no camera is open')
      return { tempImagePath: await canvasToFile(canvas, 'jpg', 0.9) }
    }),
    setZoom: api('setZoom', ({ zoom }) => ({ zoom })),
  }
}

export const scan = { createCameraContext, ...apis({ scanCode }) }
